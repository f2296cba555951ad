import { setImmediate as nextTurn } from 'node:timers/promises'

const LONGEST_TURN_MS = 10

/** Lets others have their turn whenever this work has held the process for a while. */
export function turnGiver(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LONGEST_TURN_MS) return
    await nextTurn()
    since = performance.now()
  }
}

/** What `change` makes of each, in turns: others are answered meanwhile. */
export async function mappedInTurns<Item, Made>(
  items: Iterable<Item>,
  change: (item: Item) => Made,
  giveWay = turnGiver(),
): Promise<readonly Made[]> {
  const made: Made[] = []
  for (const item of items) {
    made.push(change(item))
    await giveWay()
  }
  return made
}
