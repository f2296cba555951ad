// Which addresses a page may link to: http, https, mailto and tel, nothing that runs.

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Whether the text is an absolute http(s) address with a host name; `javascript:` and the like are not. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
  const url = new URL(text)
  return url.hostname.includes('.') && url.username === '' && text.length <= 500
}

/** Whether a link to this absolute address does no harm. */
export function isSafeLink(text: string): boolean {
  return URL.canParse(text) && SAFE_SCHEMES.has(new URL(text).protocol)
}
