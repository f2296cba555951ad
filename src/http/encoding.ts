import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const MOST_KEPT = 100
const known = new Map<string, Encoding>()

/** The best encoding that the request accepts (RFC 9110 §12.5.3); refusals by `q=0` are heeded. */
export function encodingOf(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity'
  const ready = known.get(acceptEncoding)
  if (ready !== undefined) return ready
  const encoding = judge(acceptEncoding)
  // All browsers of the world send a handful of different headers.
  if (known.size < MOST_KEPT) known.set(acceptEncoding, encoding)
  return encoding
}

function judge(acceptEncoding: string): Encoding {
  const accepts = (name: string) =>
    new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(acceptEncoding)
  if (accepts('br')) return 'br'
  return accepts('gzip') ? 'gzip' : 'identity'
}

/** The bytes in an encoding. Brotli 3 would make a page a tenth smaller than 1, and cost nearly three times as much. */
export function encode(body: Buffer, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'br':
      return brotliCompressSync(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    case 'gzip':
      return gzipSync(body, { level: 1 })
    case 'identity':
      return body
    default:
      return encoding satisfies never
  }
}
