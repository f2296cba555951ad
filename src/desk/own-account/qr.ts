import { create } from 'qrcode'

/** A QR code (ISO/IEC 18004) as one path on a grid of `size` × `size`, with the quiet zone of four around it. */
export type QrPart = { readonly size: number; readonly path: string; readonly label: string }

declare module '../../http/render.ts' {
  interface Parts {
    qr: QrPart
  }
}

const QUIET_ZONE = 4

/** The code for a text; `label` says to whoever does not see it what it is for. */
export function qrPart(text: string, label: string): QrPart {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const cells: string[] = []
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) cells.push(`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`)
  return { size: modules.size + 2 * QUIET_ZONE, path: cells.join(''), label }
}
