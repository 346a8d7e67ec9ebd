import type { Bench } from '#e2e/bench/bench.ts'
import { type Figures, summarise } from '#src/domain/slope/testing/judge.ts'
import { ENGINE, judgeAll } from './contenders.ts'
import { costTable, goalsTable } from './goals.ts'
import { slopeCost } from './slopeCost.ts'
import { slopeOptions } from './slopeOptions.ts'
import { delaysTable, detailTable, negativesTable, positivesTable } from './slopeTables.ts'

const NOTE = `after: from the onset of a drift to its call. noise limit: where a perfect observer has an even chance. structural: the
same with an unknown daily curve. hit: from the onset to the limit. Errors are medians over the time a drift is held.`

const run = (print: (text: string) => void): Promise<unknown> => {
  const options = slopeOptions(process.argv.slice(3))
  print(`${options.from} seeds, ${options.positiveSeeds.length} of each drift, ${options.negativeSeeds.length} of each other
${NOTE}`)
  const before = process.cpuUsage()
  const outcomes = judgeAll(options)
  const figures = new Map<string, Figures>(
    Array.from(outcomes, ([name, of]) => [name, summarise(of)] as const),
  )
  const { user, system } = process.cpuUsage(before)
  const seconds = (user + system) / 1e6
  const own = figures.get(ENGINE)
  if (own === undefined) throw new Error(`there is no scenario with “${options.only}” in its name`)
  print(`\n${positivesTable(own)}\n\n${negativesTable(own)}`)
  if (options.detail) {
    const all = outcomes.get(ENGINE) ?? []
    print(`\n${delaysTable(all)}\n\n${detailTable(all)}`)
  }
  const cost = slopeCost()
  print(`\n${goalsTable(figures)}\n\n${costTable(cost)}\n\njudged in ${seconds.toFixed(0)} s of CPU time`)
  return Promise.resolve({ options, figures: Object.fromEntries(figures), cost, seconds })
}

/** The drift engine on generated series, held to its targets, beside `predict_linear` on the same series. */
export const bench: Bench = { name: 'slope', run }
