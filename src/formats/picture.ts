import sharp, { type Sharp } from 'sharp'
import { type MediaType, mediaTypeOf } from '../domain/attachment.ts'

/** A picture as it is kept: made anew from its points, so that nothing else of the file that was sent is left. */
export type KeptPicture = {
  readonly mediaType: MediaType
  readonly bytes: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

// 50 megapixels: more than telephones make, and 200 MB of memory at most while a picture is read.
const MOST_PIXELS = 50_000_000
/** Pixels of the longer side that is kept; nothing on the site shows more. */
const LONGEST_SIDE = 2000

/**
 * Reads a PNG, JPEG or WebP and encodes it anew: upright, at most 2000 pixels a side, without the place and time at which
 * it was taken. Null for bytes that are no such picture, or one of more than 50 megapixels.
 */
export async function readPicture(sent: Uint8Array): Promise<KeptPicture | null> {
  const mediaType = mediaTypeOf(sent)
  if (mediaType === null || mediaType === 'application/pdf') return null
  try {
    const upright = sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    const { data, info } = await encoded(upright, mediaType).toBuffer({ resolveWithObject: true })
    return { mediaType, bytes: data, width: info.width, height: info.height }
  } catch {
    // Whatever the decoder stumbles over, the file is no picture of ours.
    return null
  }
}

function encoded(picture: Sharp, mediaType: Exclude<MediaType, 'application/pdf'>): Sharp {
  switch (mediaType) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 82, mozjpeg: true })
    case 'image/png':
      return picture.png({ compressionLevel: 9 })
    case 'image/webp':
      return picture.webp({ quality: 82 })
    default:
      return mediaType satisfies never
  }
}
