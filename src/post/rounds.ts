/**
 * Does some work again and again: each round begins a while after the one before has ended, never two at once, and one that
 * fails is told and does not end them. Answers with how to stop; no round keeps the process alive.
 */
export function inRounds(
  work: () => Promise<unknown>,
  pauseMs: number,
  onError: (error: unknown) => void,
): () => void {
  let isStopped = false
  const round = async () => {
    if (!isStopped) await work().catch(onError)
    if (!isStopped) setTimeout(round, pauseMs).unref()
  }
  setTimeout(round, pauseMs).unref()
  return () => {
    isStopped = true
  }
}
