/**
 * Who sends, as far as limits count: an IPv4 address, or the 64 bits of an IPv6 address that one line is given
 * (RFC 6177), so that nobody has more attempts by having more addresses. Never written down anywhere.
 */
export function clientOf({ ip }: { readonly ip: string }): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [start = '', end] = ip.split('::')
  const [head, tail] = [groupsOf(start), groupsOf(end ?? '')]
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
