import { findEntries } from '#src/domain/palette/findEntries.ts'
import { indexEntries, type IndexedEntry } from '#src/domain/palette/paletteEntry.ts'
import { type FoundService, type FoundTicket, paletteEntries } from '#src/domain/palette/paletteEntries.ts'
import type { Bench } from './bench.ts'
import { measure } from './measure.ts'
import { figure, table } from './table.ts'

const SERVICES = 200
const PODS = 5
const TICKETS = 500
const QUERIES = ['s', 'service', 'service-17', 'sot3', 'team-4 2', 'nothing'] as const
const PLAN = { rounds: 15, slice: 20, warmUp: 200 }

const service = (i: number): FoundService => {
  const name = `service-${i}-of-team-${i % 9}`
  const pods = Array.from({ length: PODS }, (_, p) => ({
    name: `${name}-${p}`,
    light: 'green' as const,
    observedAt: 0,
    version: '1.4.0',
  }))
  return {
    name,
    team: `team-${i % 9}`,
    tier: 1,
    light: 'green',
    pods,
    spark: { signal: 'memory', pod: `${name}-0` },
  }
}

const ticket = (i: number): FoundTicket => ({
  code: `T-${10_000 + i}`,
  title: `service-${i % SERVICES} does not answer`,
  priority: 1,
  state: 'acknowledged',
  service: `service-${i % SERVICES}`,
  project: null,
  assignee: 'Anna',
})

function largeIndex(): readonly IndexedEntry[] {
  const rows = Array.from({ length: SERVICES }, (_, i) => service(i))
  const tickets = Array.from({ length: TICKETS }, (_, i) => ticket(i))
  return indexEntries(
    paletteEntries({
      rows: new Map(rows.map((row) => [row.name, row])),
      tickets: new Map(tickets.map((row) => [row.code, row])),
      rules: [],
      actions: [],
      path: '/',
    }),
  )
}

/** The least that any search costs: each name is looked through for the letters as they stand. */
const plainly = (index: readonly IndexedEntry[], query: string): number => {
  const wanted = query.toLowerCase()
  return index.filter(({ name, about }) => name.text.includes(wanted) || about.text.includes(wanted)).length
}

/** What a letter typed into the palette costs, beside looking for it as it stands. */
export const bench: Bench = {
  name: 'palette',
  run(print) {
    const index = largeIndex()
    const results = QUERIES.map((query) => {
      const costs = measure(
        [
          { name: 'found', prepare: () => () => findEntries(index, query, []) },
          { name: 'plain', prepare: () => () => plainly(index, query) },
        ],
        PLAN,
      )
      const [found, plain] = [costs.get('found')?.cpu ?? Number.NaN, costs.get('plain')?.cpu ?? Number.NaN]
      return { query, found, plain, ratio: found / plain }
    })
    print(
      `${index.length} entries: ${SERVICES} services, ${SERVICES * PODS} pods, ${TICKETS} tickets; CPU ms`,
    )
    print(
      table(
        ['typed', 'found', 'includes()', 'ratio'],
        results.map(({ query, found, plain, ratio }) => [query, figure(found), figure(plain), figure(ratio)]),
      ),
    )
    return Promise.resolve(results)
  },
}
