/** One of several ways to do the same work. `prepare` is not measured; what it answers is run. */
export type Contender = { readonly name: string; readonly prepare: () => () => unknown }

/** CPU time of this process (garbage collection included) and time on the clock, in ms for one run. */
export type Cost = { readonly cpu: number; readonly wall: number }

export type Plan = {
  readonly rounds: number
  /** How long one contender runs in one round, in ms; at least once. */
  readonly slice: number
  /** How long each runs before the rounds, in ms; at least once. */
  readonly warmUp: number
}

/**
 * Runs all contenders in turn, round by round, so that a noisy minute hits all alike; answers medians by
 * name.
 */
export const measure = (contenders: readonly Contender[], plan: Plan): ReadonlyMap<string, Cost> => {
  const entries = contenders.map(({ name, prepare }) => {
    const run = prepare()
    return { name, run, count: runsPerSlice(run, plan), costs: [] as Cost[] }
  })
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { run, count, costs } of entries) costs.push(timed(run, count))
  }
  return new Map(entries.map(({ name, costs }) => [name, medianCost(costs)]))
}

// What the last run has returned is kept, so that no run can be optimised away.
const kept: { last: unknown } = { last: null }

/** The cost of one run out of `count` in a row. */
export const timed = (run: () => unknown, count: number): Cost => {
  const cpu = process.cpuUsage()
  const wall = performance.now()
  for (let index = 0; index < count; index += 1) kept.last = run()
  const took = performance.now() - wall
  const used = process.cpuUsage(cpu)
  return { cpu: (used.user + used.system) / 1000 / count, wall: took / count }
}

const runsPerSlice = (run: () => unknown, { warmUp, slice }: Plan): number => {
  const start = performance.now()
  let best = Infinity
  do best = Math.min(best, timed(run, 1).wall)
  while (performance.now() - start < warmUp)
  return Math.max(1, Math.round(slice / best))
}

const medianCost = (costs: readonly Cost[]): Cost => ({
  cpu: median(costs.map(({ cpu }) => cpu)),
  wall: median(costs.map(({ wall }) => wall)),
})

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
