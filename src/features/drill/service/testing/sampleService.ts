import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { NO_DELIVERY } from '#src/domain/deploy/testing/noDelivery.ts'
import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Surroundings } from '#src/domain/surroundings/surroundings.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import type { HistoryWanted } from '#src/state/drillActions.ts'
import type { Behind, Detail, Screen } from '#src/state/screen.ts'
import { idleDrill } from '#src/state/testing/idleDrill.ts'
import { NOW, sampleRow } from '#src/state/testing/sampleRow.ts'
import { type TestScreen, testScreen } from '#src/state/testing/testScreen.ts'

/** About how much a pod has of a signal; the first pod carries three times as much. */
const LEVEL: readonly (readonly [Signal, number])[] = [
  ['memory', mebibytes(180)],
  ['cpu', 0.4],
  ['requestRate', 14],
  ['latencyP99', 0.12],
  ['errorRatio', 0.002],
  ['goroutines', 140],
  ['fds', 60],
  ['uptime', 86_400],
]

const isHeavy = (signal: Signal): boolean =>
  signal === 'requestRate' || signal === 'cpu' || signal === 'memory'

const levelOf = (signal: Signal, place: number): number => {
  const level = LEVEL.find(([name]) => name === signal)?.[1] ?? 1
  return place === 0 && isHeavy(signal) ? level * 3.1 : level * (1 + (place % 3) * 0.03)
}

const STARTED: readonly StartMark[] = [{ at: NOW - hours(9), kind: 'deploy', version: '1.0.0' }]
const RESTARTED: readonly StartMark[] = [...STARTED, { at: NOW - hours(3), kind: 'restart', version: null }]

function historyOf(wanted: HistoryWanted, pod: string, place: number, signal: Signal): SignalHistory {
  const step = (wanted.to - wanted.from) / wanted.places
  const mean = Float32Array.from({ length: wanted.places }, (_, i) => {
    const wave = 1 + 0.12 * Math.sin(i / 9 + place) + 0.03 * Math.sin(i * 2.3 + place)
    return i > 20 && i < 26 ? Number.NaN : levelOf(signal, place) * wave
  })
  const marks = place === 0 ? RESTARTED : STARTED
  return {
    signal,
    pod,
    from: wanted.from,
    step,
    mean,
    low: mean,
    high: mean,
    bound: null,
    slope: null,
    marks,
  }
}

function detailOf({ name, pods }: ServiceRow): Detail {
  return {
    name,
    holdsUntil: Number.POSITIVE_INFINITY,
    pods: pods.map((pod, place) => ({
      name: pod.name,
      url: `http://${pod.name}.test/`,
      endpoints: [],
      health: null,
      version: null,
      signals: LEVEL.map(([signal]) => ({
        signal,
        value: levelOf(signal, place),
        bound: null,
        from: signal,
        of: null,
      })),
      startedAt: null,
      recent: [],
    })),
  }
}

/** Two callers above, three needs below, one of them red, one outside of the fleet. */
const sampleAround = (name: string): Surroundings => ({
  needs: [
    { from: 'edge', to: 'gateway', by: 'fleet-file' },
    { from: 'gateway', to: name, by: 'fleet-file' },
    { from: 'mailer', to: name, by: 'health-check' },
    { from: name, to: 'payments', by: 'fleet-file' },
    { from: name, to: 'catalog', by: 'health-check' },
    { from: name, to: 'postgres', by: 'fleet-file' },
    { from: 'payments', to: 'ledger', by: 'fleet-file' },
    { from: 'payments', to: 'catalog', by: 'health-check' },
  ],
  neighbours: [
    { name, light: 'green', kind: 'service' },
    { name: 'payments', light: 'red', kind: 'service' },
    { name: 'catalog', light: 'green', kind: 'service' },
    { name: 'gateway', light: 'orange', kind: 'service' },
    { name: 'mailer', light: 'unknown', kind: 'service' },
    { name: 'postgres', light: null, kind: 'external' },
    { name: 'edge', light: 'green', kind: 'service' },
    { name: 'ledger', light: 'green', kind: 'service' },
  ],
  kubernetes: null,
  runtimes: [],
})

const BEHIND: Behind = {
  diagnosis: [],
  delivery: {
    dora: { ...NO_DELIVERY.dora, observedFor: hours(96), deploys: 1 },
    recent: [
      {
        version: '1.0.0',
        at: NOW - hours(9),
        lastAt: NOW - hours(9) + minutes(4),
        pods: ['orders-1', 'orders-2'],
        isRollback: false,
        outcome: 'well',
        redAt: null,
      },
    ],
  },
}

/** A screen over a fleet with this service, whose pods tell their signals; `rows`: the other services. */
export function serviceScreen(
  row: ServiceRow,
  rows: readonly ServiceRow[] = [],
  own: Partial<Screen> = {},
): TestScreen {
  const screen = testScreen({
    detail: () => Promise.resolve(detailOf(row)),
    behind: () => Promise.resolve(BEHIND),
    drill: {
      ...idleDrill,
      history: (wanted) =>
        Promise.resolve(
          row.pods.flatMap(({ name }, place) =>
            (wanted.signals ?? []).map((signal) => historyOf(wanted, name, place, signal)),
          ),
        ),
      surroundings: (name) => Promise.resolve(sampleAround(name)),
    },
    ...own,
  })
  screen.show([row, ...rows])
  return screen
}

/** A green service of `n` pods. */
export const rowOfPods = (n: number, own: Partial<ServiceRow> = {}): ServiceRow =>
  sampleRow('orders', 'green', {
    pods: Array.from({ length: n }, (_, i) => ({
      name: `orders-${i + 1}`,
      light: 'green',
      observedAt: NOW,
      version: '1.0.0',
    })),
    ...own,
  })
