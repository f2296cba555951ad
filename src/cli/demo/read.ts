import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import type { FileDraft, MediaType } from '../../domain/attachment.ts'
import type { Day } from '../../domain/day.ts'
import { SITE_LANGUAGES } from '../../domain/language.ts'
import { SITE_TEXTS, type SiteTextDraft } from '../../domain/site-text.ts'
import { accountsSchema, type Story, storySchema } from './story.ts'

/** The folder of the demonstration data. */
const DEMO_FOLDER = fileURLToPath(new URL('../../../data/demo/', import.meta.url))

const MEDIA_TYPES: Readonly<Record<string, MediaType>> = { pdf: 'application/pdf', png: 'image/png' }

/** All stories of the folder by file name; throws naming the file and the path of what cannot be read. */
export function readStories(today: Day, folder = DEMO_FOLDER): { file: string; story: Story }[] {
  const schema = storySchema(today)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const result = schema.safeParse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')))
      if (!result.success) throw new Error(`${file}: ${saidOf(result.error)}`)
      return { file, story: result.data }
    })
}

/** The accounts alone, without reading everything else. */
export function readAccounts(): NonNullable<Story['accounts']> {
  return accountsSchema.parse(JSON.parse(readFileSync(`${DEMO_FOLDER}accounts.json`, 'utf8'))).accounts
}

/** The site's own texts, from files such as `impressum.de.md`, whose first line is the title. */
export function readSiteTexts(folder = `${DEMO_FOLDER}texts/`): SiteTextDraft[] {
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const [name, code] = file.split('.')
      const slug = SITE_TEXTS.find((candidate) => candidate === name)
      const language = SITE_LANGUAGES.find((candidate) => candidate === code)
      const [, title, body] = /^# (.+)\n([\s\S]+)$/.exec(readFileSync(`${folder}${file}`, 'utf8')) ?? []
      if (slug === undefined || language === undefined) throw new Error(`${file}: names no text of the site`)
      if (title === undefined || body === undefined) throw new Error(`${file}: does not begin with a title`)
      // A stored text's own headings begin at the first level; in the file that one is the title.
      return { slug, language, title, body: body.trim().replace(/^##/gm, '#') }
    })
}

/** A document of the demonstration, as an upload would bring it. */
export function readDocument(name: string): FileDraft {
  return readFile('documents', name)
}

/** A picture of the demonstration (PNG), with its width and height in pixels from the IHDR chunk. */
export function readPicture(name: string): { file: FileDraft; width: number; height: number } {
  const file = readFile('pictures', name)
  const header = new DataView(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  return { file, width: header.getUint32(16), height: header.getUint32(20) }
}

function readFile(folder: string, name: string): FileDraft {
  const mediaType = MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)]
  if (mediaType === undefined) throw new Error(`${name}: is neither a PDF nor a PNG`)
  return { name, mediaType, bytes: readFileSync(`${DEMO_FOLDER}${folder}/${name}`) }
}

function saidOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
}
