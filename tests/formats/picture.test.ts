import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { readPicture } from '../../src/formats/picture.ts'

function plain(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#00504e' } })
}

describe('a picture', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('as %s is encoded anew in its own format', async (format) => {
    const kept = await readPicture(await plain(40, 30).toFormat(format).toBuffer())
    expect(kept).toMatchObject({ mediaType: `image/${format}`, width: 40, height: 30 })
    expect((await sharp(kept?.bytes).metadata()).format).toBe(format)
  })

  test('loses where and when it was taken, and stands upright', async () => {
    const sent = await plain(40, 30)
      .withExif({ IFD0: { Copyright: 'Erika Mustermann' }, IFD3: { GPSLatitude: '51/1 26/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const kept = await readPicture(sent)
    expect(kept).toMatchObject({ width: 30, height: 40 })
    expect(Buffer.from(kept?.bytes ?? []).includes('Mustermann')).toBe(false)
    expect((await sharp(kept?.bytes).metadata()).exif).toBeUndefined()
  })

  test('is made no larger than 2000 pixels a side', async () => {
    const kept = await readPicture(await plain(4000, 1000).png().toBuffer())
    expect(kept).toMatchObject({ width: 2000, height: 500 })
  })

  test('of more points than can be meant is refused before it is unfolded', async () => {
    const bomb = await plain(9000, 9000).png({ compressionLevel: 9 }).toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await readPicture(bomb)).toBeNull()
  })

  test.each<[string, string | Buffer]>([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
    [
      'a PNG in name only',
      Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('x')]),
    ],
  ])('that is %s is refused', async (_what, bytes) => {
    expect(await readPicture(Buffer.from(bytes))).toBeNull()
  })
})
