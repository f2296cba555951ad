import type { Href } from '../../http/href.ts'
import { networksPrints, type PrintLinks } from '../../http/parts/print-links.ts'
import type { Reader } from '../../http/reader.ts'
import { urlsIn } from '../../http/urls.ts'
import { counted, fill } from '../../i18n/words.ts'
import type { Network } from '../../store/relations.ts'

export type NetworksPage = {
  readonly networks: readonly {
    readonly href: Href
    readonly name: string
    readonly nameLanguage: string
    readonly about: string
  }[]
  readonly print: PrintLinks
}

declare module '../../http/render.ts' {
  interface Pages {
    'site/networks/list': NetworksPage
  }
}

/** All networks, each with how many belong to it and from how many towns. */
export function networksPage(networks: readonly Network[], reader: Reader): NetworksPage {
  const urls = urlsIn(reader.language)
  return {
    networks: networks.map((network) => ({
      href: urls.organisation(network),
      name: network.name,
      nameLanguage: network.nameLanguage ?? '',
      about: sayMembers(network, reader),
    })),
    print: networks.length === 0 ? [] : networksPrints(reader),
  }
}

function sayMembers({ cityName, members, cities }: Network, { words, language }: Reader): string {
  if (members === 0) return cityName
  return fill(words.networks.about, {
    city: cityName,
    members: counted(words.networks.members, members, language),
    towns: counted(words.networks.towns, cities, language),
  })
}
