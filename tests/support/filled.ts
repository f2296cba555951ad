import type { Seen } from './house.ts'

/** Everything a page's first form would send, as a browser gathers it before a button is pressed. */
export function filledIn({ $ }: Seen): Record<string, string | string[]> {
  const form: Record<string, string | string[]> = {}
  for (const { name, value } of $('main form.form').first().serializeArray()) {
    const had = form[name]
    form[name] = had === undefined ? value : [had, value].flat()
  }
  return form
}
