// Knows how the size of a file is written, in powers of ten as DIN EN 80000-13 has it.
import type { SiteLanguage } from '../domain/language.ts'

/** „3 kB“, „340 kB“, „1,2 MB“; anything up to a thousand bytes is „1 kB“. */
export function sayBytes(bytes: number, language: SiteLanguage): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000))
  if (kilobytes < 1000) return `${kilobytes} kB`
  const megabytes = (bytes / 1_000_000).toFixed(1)
  return `${language === 'de' ? megabytes.replace('.', ',') : megabytes} MB`
}
