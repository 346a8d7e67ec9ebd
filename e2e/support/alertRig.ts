import { onTestFinished } from 'vitest'
import { until } from '#e2e/fleet/until.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { parseFleet } from '#src/domain/fleet/parseFleet.ts'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { alertmanagerSource } from '#src/engine/sources/alertmanager/alertmanagerSource.ts'
import type { AlertSource, ExpectedSignal } from '#src/engine/sources/alertmanager/alertSource.ts'
import { nodePorts } from '#src/engine/testing/nodePorts.ts'

/** No ticket waits for any alert. */
export const NOTHING_EXPECTED: readonly ExpectedSignal[] = []

/** Two services, orders and billing, whose Alertmanager is asked every 40 ms; `prometheus`: where its past is. */
export function alertingFleet(url: string, resolveTimeout: DurationMs, prometheus?: string): Fleet {
  const fleet = parseFleet({
    sources: {
      alertmanager: { url },
      ...(prometheus === undefined ? {} : { prometheus: { url: prometheus } }),
    },
    services: ['orders', 'billing'].map((name) => ({ name, url: `http://${name}` })),
  })
  if (!fleet.ok || fleet.value.sources.alertmanager === null)
    throw new Error('the fleet of this test is faulty')
  const { sources, tickets } = fleet.value
  return {
    ...fleet.value,
    sources: { ...sources, alertmanager: { ...fleet.value.sources.alertmanager, every: 40, resolveTimeout } },
    tickets: { ...tickets, people: [{ name: 'Anna', aliases: ['anna@example.com'] }] },
  }
}

/** A source of alerts that is driven by hand over real requests, on a fleet that the test may change. */
export function alertRig(first: Fleet) {
  let fleet = first
  const source: AlertSource = alertmanagerSource(
    { fleet: () => fleet, fleetUrl: 'http://home.test/fleet.json', authorization: () => null },
    nodePorts,
  )
  onTestFinished(() => source.stop())
  const alarmOf = (key: string, expected = NOTHING_EXPECTED) =>
    source.alarms(Date.now(), expected).find((alarm) => alarm.key === key) ?? null
  const turnUntil = <T>(what: string, condition: () => T) =>
    until(
      what,
      () => {
        source.turn(Date.now())
        return condition()
      },
      seconds(10),
    )
  return {
    source,
    alarmOf,
    turnUntil,
    become: (next: Fleet) => {
      fleet = next
    },
    isState: (key: string, state: string, expected = NOTHING_EXPECTED) =>
      turnUntil(`${key} is ${state}`, () => {
        const alarm = alarmOf(key, expected)
        return alarm?.state === state ? alarm : null
      }),
    /** Two polls more, so that what was asked before a change is over. */
    settle: async () => {
      for (const _ of [1, 2]) {
        const before = source.state()?.heardAt ?? 0
        await turnUntil('it is heard', () => (source.state()?.heardAt ?? 0) > before)
      }
    },
  }
}
