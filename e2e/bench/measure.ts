/** One of several ways to do the same work. */
export type Contender = { readonly name: string; readonly run: () => unknown }

/** CPU time of this process (garbage collection included) and time on the clock, in ms for one run. */
export type Cost = { readonly cpu: number; readonly wall: number }

export type Measured = {
  /** The very first run, with cold code; only the first body of a process shows the full price. */
  readonly first: Cost
  /** Medians over the rounds, warmed up. */
  readonly warm: Cost
}

export type Plan = {
  readonly rounds: number
  /** How long one contender runs in one round, in ms; at least one run. */
  readonly slice: number
  readonly warmUp: number
}

/** Runs all contenders in turn, round by round, so that a noisy minute hits all of them alike. */
export const measure = (contenders: readonly Contender[], plan: Plan): ReadonlyMap<string, Measured> => {
  const firsts = contenders.map(({ run }) => timed(run, 1))
  const counts = contenders.map(({ run }) => repeatFor(run, plan.warmUp, plan.slice))
  const rounds = contenders.map((): Cost[] => [])
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [index, { run }] of contenders.entries()) rounds[index]?.push(timed(run, counts[index] ?? 1))
  }
  return new Map(
    contenders.map(({ name }, index) => [
      name,
      { first: firsts[index] ?? NOTHING, warm: medianCost(rounds[index] ?? []) },
    ]),
  )
}

const NOTHING: Cost = { cpu: Number.NaN, wall: Number.NaN }

// What a run has returned is kept for a moment, so that no run can be optimised away.
let last: unknown = null

const timed = (run: () => unknown, count: number): Cost => {
  const cpu = process.cpuUsage()
  const wall = performance.now()
  for (let index = 0; index < count; index += 1) last = run()
  const took = performance.now() - wall
  const used = process.cpuUsage(cpu)
  return { cpu: (used.user + used.system) / 1000 / count, wall: took / count }
}

// Runs for `warmUp` ms, and answers how many runs fill a slice.
const repeatFor = (run: () => unknown, warmUp: number, slice: number): number => {
  const start = performance.now()
  let took = 0
  let best = Infinity
  do {
    best = Math.min(best, timed(run, 1).wall)
    took = performance.now() - start
  } while (took < warmUp)
  return last === NOTHING ? 1 : Math.max(1, Math.round(slice / best))
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
