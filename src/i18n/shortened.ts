/** The start of a text, to the end of a word, with „ …“ where something was left out; `longest` in characters. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const start = text.slice(0, longest)
  const blank = start.lastIndexOf(' ')
  return `${blank > 0 ? start.slice(0, blank) : start} …`
}
