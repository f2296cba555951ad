import type { Topic } from '../../domain/topic.ts'
import { type UsesPart, usesPart } from '../../http/entry/uses.ts'
import type { House } from '../../http/house.ts'
import { pathsOf } from '../../http/noun-paths.ts'
import type { Reader } from '../../http/reader.ts'
import { deskUrls } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { TopicUse } from '../../store/topic-uses.ts'

/** Below the form of a topic: what would be without it if it went. */
export function usesOf(house: House, reader: Reader, { id: topicId }: Topic): UsesPart {
  const { words, language } = reader
  const { topics, topicUses } = house.store
  const said = words.deskTopics.uses
  const uses = topicUses.ofTopic(topicId)
  return usesPart(said, {
    uses: uses.map((use) => ({
      href: pathsOf[use.noun].entry(use.id),
      name: use.name,
      what: whatOf(use, reader),
    })),
    count: counted(said.count, uses.length, language),
    handOver: deskUrls.handOverTopic(topicId),
    others: topics
      .all()
      .filter(({ id }) => id !== topicId)
      .map(({ id, names }) => ({ id, name: names[language] })),
  })
}

function whatOf({ noun, cityName, archivedAt }: TopicUse, { words }: Reader): string {
  const what = fill(words.deskTopics.uses[noun], { city: cityName })
  return archivedAt === null ? what : `${what}, ${words.desk.contacts.states.archived}`
}
