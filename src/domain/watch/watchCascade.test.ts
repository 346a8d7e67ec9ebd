import { describe, expect, it } from 'vitest'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { health, healthOk, timeout } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { check } from './testing/podFacts.ts'
import type { ProbeEnded } from './observation.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const START: EpochMs = 8 * 3_600_000
const EVERY = seconds(5)

const FLEET = fleetOf(
  {
    shop: { pods: 1, dependsOn: ['orders'] },
    admin: { pods: 1, dependsOn: ['orders', 'postgres'] },
    orders: { pods: 1, dependsOn: ['stock'] },
    stock: 1,
    mail: { pods: 1, dependsOn: ['fax-gateway'] },
    search: 1,
    catalog: 1,
  },
  { external: ['postgres'] },
)

const NAMES = FLEET.services.map(({ name }) => name)

/** Lets every service answer `rounds` times, one every 5 s; all are well unless told otherwise. */
function poll(
  watch: Watch,
  rounds: number,
  from: EpochMs,
  ill: Readonly<Record<string, (pod: string, at: EpochMs) => ProbeEnded>> = {},
): EpochMs {
  let now = from
  for (let round = 0; round < rounds; round++, now += EVERY) {
    for (const name of NAMES) {
      const answer = (ill[name] ?? healthOk)(`${name}-1`, now)
      observe(watch, answer, now)
    }
    digestChanges(watch, now)
  }
  return now
}

const rowOf = (watch: Watch, name: string): ServiceRow => {
  const row = allRows(watch).find((one) => one.name === name)
  if (row === undefined) throw new Error(`no row of ${name}`)
  return row
}

const saysDown = (pod: string, at: EpochMs): ProbeEnded => health(pod, at, 'down')

const named = (pod: string, at: EpochMs): ProbeEnded =>
  health(pod, at, 'ok', { checks: [check('catalogService', 'ok')] })

describe('services that need one another', () => {
  it('stand under the one that began it, with their own reasons', () => {
    const watch = createWatch(FLEET)
    const well = poll(watch, 3, START)
    poll(watch, 4, well, { stock: timeout, orders: saysDown, shop: saysDown })

    expect(rowOf(watch, 'stock').cascade).toEqual({
      root: null,
      via: [],
      affected: ['orders', 'shop', 'admin'],
    })
    expect(rowOf(watch, 'shop').cascade).toEqual({ root: 'stock', via: ['orders', 'stock'], affected: [] })
    expect(rowOf(watch, 'shop').light).toBe('red')
    expect(rowOf(watch, 'shop').reasons.map(({ kind }) => kind)).toEqual(['health', 'dependency'])
  })

  it('that are well are watched while what they need is red, and no longer', () => {
    const watch = createWatch(FLEET)
    const well = poll(watch, 3, START)
    const ill = poll(watch, 3, well, { orders: timeout })
    const row = rowOf(watch, 'admin')
    expect([row.light, row.cascade?.root]).toEqual(['orange', 'orders'])
    expect(row.reasons.map((reason) => reasonLine(reason, ill, 'UTC'))).toEqual([
      'needs orders, which is red since 08:00',
    ])
    poll(watch, 4, ill)
    expect(rowOf(watch, 'admin')).toMatchObject({ light: 'green', reasons: [] })
    expect(rowOf(watch, 'admin').cascade).toBeUndefined()
  })

  it('are known by the names of health checks as well', () => {
    const watch = createWatch(FLEET)
    const well = poll(watch, 3, START, { search: named })
    poll(watch, 3, well, { search: named, catalog: timeout })
    expect(rowOf(watch, 'search').reasons.map(({ kind }) => kind)).toEqual(['dependency'])
  })
})

describe('a name that leads nowhere', () => {
  it('is told, unless the fleet file says that it is external', () => {
    const watch = createWatch(FLEET)
    const now = poll(watch, 3, START)
    expect(rowOf(watch, 'mail').reasons.map((reason) => reasonLine(reason, now, 'UTC'))).toEqual([
      'depends on fax-gateway, not in the fleet, already so at 08:00',
    ])
    expect(rowOf(watch, 'admin').reasons).toEqual([])
  })

  it('and one that never answered within an hour', () => {
    const watch = createWatch(FLEET)
    let now = START
    const silent = { stock: timeout }
    now = poll(watch, 3, now, silent)
    expect(rowOf(watch, 'orders').reasons.map(({ kind }) => kind)).toEqual(['dependency'])
    now = poll(watch, 3, START + hours(1) + minutes(1), silent)
    expect(rowOf(watch, 'orders').reasons.map((reason) => reasonLine(reason, now, 'UTC'))).toEqual([
      'needs stock, which is red since 08:00',
      'depends on stock, which has never answered, already so at 09:01',
    ])
  })
})
