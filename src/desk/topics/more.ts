import type { Topic } from '../../domain/topic.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import type { Option } from '../../http/parts/fields.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { TopicUse } from '../../store/topic-uses.ts'

/** What is about a topic, and the other topics to which that can be handed over. */
export type TopicUsesPart = {
  readonly kind: 'topic-uses'
  readonly count: string
  readonly uses: readonly { readonly href: Href; readonly name: string; readonly what: string }[]
  /** Null where there is nothing to hand over, or no other topic. */
  readonly handOver: { readonly action: Href; readonly topics: readonly Option[] } | null
}

declare module '../../http/render.ts' {
  interface Parts {
    'topic-uses': TopicUsesPart
  }
}
declare module '../../http/entry/more.ts' {
  interface Mores {
    'topic-uses': TopicUsesPart
  }
}

/** Below the form of a topic: what would be without it if it went. */
export function usesPart(house: House, reader: Reader, { id: topicId }: Topic): TopicUsesPart {
  const { words, language } = reader
  const uses = house.store.topicUses.ofTopic(topicId)
  const others = house.store.topics.all().filter(({ id }) => id !== topicId)
  return {
    kind: 'topic-uses',
    count:
      uses.length === 0
        ? words.deskTopics.uses.none
        : counted(words.deskTopics.uses.count, uses.length, language),
    uses: uses.map((use) => ({
      href: pathsOf[use.noun].entry(use.id),
      name: use.name,
      what: whatOf(use, reader),
    })),
    handOver:
      uses.length === 0 || others.length === 0
        ? null
        : {
            action: deskUrls.handOverTopic(topicId),
            topics: others.map(({ id, names }) => ({
              value: String(id),
              label: names[language],
              isChosen: false,
            })),
          },
  }
}

function whatOf({ noun, cityName, archivedAt }: TopicUse, { words }: Reader): string {
  const what = fill(words.deskTopics.uses[noun], { city: cityName })
  return archivedAt === null ? what : `${what}, ${words.desk.contacts.states.archived}`
}
