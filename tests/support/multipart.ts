import type { SentForm } from './hostile-forms.ts'

const BOUNDARY = 'grenze-der-teile'

/** A form with a file as browsers send it (RFC 7578): the content type, and the body. */
export function multipart(
  fields: SentForm,
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array } | null,
): { readonly type: string; readonly body: Buffer } {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((text) => Buffer.from(`${head(`name="${name}"`)}\r\n\r\n${text}\r\n`)),
  )
  const sent =
    file === null
      ? []
      : [
          Buffer.from(
            `${head(`name="file"; filename="${file.name}"`)}\r\ncontent-type: ${file.type}\r\n\r\n`,
          ),
          Buffer.from(file.bytes),
          Buffer.from('\r\n'),
        ]
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([...parts, ...sent, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  }
}

function head(disposition: string): string {
  return `--${BOUNDARY}\r\ncontent-disposition: form-data; ${disposition}`
}
