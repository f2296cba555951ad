import { promisify } from 'node:util'
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  constants,
  gzip,
  gzipSync,
  type ZlibOptions,
} from 'node:zlib'

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

/** How hard to try: a page is soon another, a style sheet stays what it is. */
export type Effort = 'quickly' | 'thoroughly'

// Brotli 3 would make a page a tenth smaller than 1, and cost nearly three times as much.
const LEVELS = { quickly: { br: 1, gzip: 1 }, thoroughly: { br: 9, gzip: 9 } } as const

/** The bytes of a text in an encoding. */
export function encode(text: string, encoding: Encoding, effort: Effort = 'quickly'): Buffer {
  const bytes = bytesOf(text)
  const level = LEVELS[effort]
  switch (encoding) {
    case 'br':
      return brotliCompressSync(bytes, brotliOptions(bytes, effort))
    case 'gzip':
      return gzipSync(bytes, { level: level.gzip })
    case 'identity':
      return Buffer.from(bytes)
    default:
      return encoding satisfies never
  }
}

/** The bytes of a large file in an encoding, made thoroughly and beside the answers to others. */
export async function encodeAside(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return compressByBrotli(bytes, brotliOptions(bytes, 'thoroughly'))
    case 'gzip':
      return compressByGzip(bytes, { level: LEVELS.thoroughly.gzip })
    case 'identity':
      return bytes
    default:
      return encoding satisfies never
  }
}

const compressByBrotli = promisify<Buffer, BrotliOptions, Buffer>(brotliCompress)
const compressByGzip = promisify<Buffer, ZlibOptions, Buffer>(gzip)

function brotliOptions(bytes: Buffer, effort: Effort): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: LEVELS[effort].br,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }
}

let scratch = Buffer.allocUnsafe(64 * 1024)

/**
 * The UTF-8 of a text, until the next text is asked for: written where the last one stood, because counting its bytes
 * first, as `Buffer.from` does, costs as much as writing them.
 */
function bytesOf(text: string): Buffer {
  // A UTF-16 unit becomes three bytes at most.
  const most = text.length * 3
  if (scratch.length < most) scratch = Buffer.allocUnsafe(most)
  return scratch.subarray(0, scratch.write(text))
}
