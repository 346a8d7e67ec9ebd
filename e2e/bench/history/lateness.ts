/** How often it is looked whether the worker is free. Browsers give a timer no less than four milliseconds. */
const EVERY = 5

/** Runs some work, and answers how long it took and by how much a timer was late at most meanwhile, in ms. */
export async function lateness(work: () => Promise<unknown>): Promise<{ time: number; longest: number }> {
  const start = performance.now()
  let expected = start + EVERY
  let longest = 0
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - expected)
    expected = now + EVERY
  }
  const timer = setInterval(look, EVERY)
  await work()
  const time = performance.now() - start
  look()
  clearInterval(timer)
  return { time, longest }
}
