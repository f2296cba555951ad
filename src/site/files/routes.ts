import { notFound } from '../../domain/refusal.ts'
import { type Answer, movedTo } from '../../http/answer.ts'
import type { House } from '../../http/house.ts'
import type { Href } from '../../http/href.ts'
import type { Reader } from '../../http/reader.ts'
import { type Asked, numberIn } from '../../http/serve.ts'
import { urlsIn } from '../../http/urls.ts'
import type { StoredFile } from '../../store/attachments.ts'

/** A document of an event, a meeting's date or an organisation. */
export function document(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const file = house.store.attachments.fileOfDocument(id) ?? notFound(`document ${id}`)
  return fileAnswer(file, asked, urlsIn(reader.language).document(id, file.name))
}

/** A picture of an event or an organisation. */
export function picture(house: House, reader: Reader, asked: Asked): Answer {
  const id = numberIn(asked, 'id')
  const file = house.store.attachments.fileOfPicture(id) ?? notFound(`picture ${id}`)
  return fileAnswer(file, asked, urlsIn(reader.language).picture(id, file.name))
}

/** The name in the address is for people; the number decides, and a wrong name leads on to the right one. */
function fileAnswer(file: StoredFile, asked: Asked, href: Href): Answer {
  if (asked.params.name !== file.name) return movedTo(href)
  return {
    kind: 'file',
    mediaType: file.mediaType,
    name: file.name,
    bytes: file.bytes,
    etag: `"${file.sha256}"`,
    disposition: 'inline',
  }
}
