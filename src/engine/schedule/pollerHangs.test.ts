import { describe, expect, it } from 'vitest'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Target } from '#src/engine/probe/target.ts'
import { plainUrl } from '#src/engine/testing/plainAsker.ts'
import { HEALTH_ONLY, podUrls, type PollingRig, pollingRig } from '#src/engine/testing/pollingRig.ts'
import { HANGS, healthy } from '#src/engine/testing/reply.ts'

const TIMEOUT = seconds(4)

type Hangs = (pod: number, endpoint: Target['endpoint']) => boolean

const numberOf = ({ pod }: Target): number => Number(pod.name.split('-').at(-1))

/** 150 pods, some of which hang while the others answer in 20 ms. */
function rigWith(
  where: 'one origin' | 'many origins',
  hangs: Hangs,
  more: Partial<FleetFile> = {},
): PollingRig {
  const rig = pollingRig({ services: [{ name: 'orders', pods: podUrls(150, where) }], ...more })
  hang(rig, hangs)
  return rig
}

function hang(rig: PollingRig, hangs: Hangs): void {
  for (const target of rig.targets) {
    rig.ports.network.on(plainUrl(target), hangs(numberOf(target), target.endpoint) ? HANGS : healthy(20))
  }
}

/** Answers of health that came in, by pod. */
function healthAnswers(rig: PollingRig, from: DurationMs): Map<string, DurationMs[]> {
  const answers = new Map<string, DurationMs[]>()
  for (const { at, probe } of rig.ended) {
    if (probe.endpoint !== 'health' || probe.result.ok || probe.result.error.kind === 'timeout' || at < from)
      continue
    answers.set(probe.pod, [...(answers.get(probe.pod) ?? []), at])
  }
  return answers
}

/** The longest time for which any healthy pod was not heard of, from a moment on. */
function longestSilence(rig: PollingRig, from: DurationMs): DurationMs {
  const silences = [...healthAnswers(rig, from).values()].flatMap((times) =>
    [...times, rig.ports.monotonic()].map((at, i) => at - (times[i - 1] ?? from)),
  )
  return Math.max(...silences)
}

/** When the last of the healthy pods was heard of for the first time. */
const allHeardAt = (rig: PollingRig): DurationMs =>
  Math.max(...[...healthAnswers(rig, 0).values()].map(([first]) => first ?? Number.POSITIVE_INFINITY))

const timedOutPods = (rig: PollingRig): string[] => {
  const late = rig.ended.filter(({ probe }) => !probe.result.ok && probe.result.error.kind === 'timeout')
  return [...new Set(late.map(({ probe }) => probe.pod))]
}

const NONE: Hangs = () => false
const TWELVE: Hangs = (pod) => pod % 12 === 0
const TWELVE_METRICS: Hangs = (pod, endpoint) => endpoint === 'metrics' && pod % 12 === 0
const HALF: Hangs = (pod) => pod % 2 === 0

const rows: readonly {
  name: string
  where: 'one origin' | 'many origins'
  hangs: Hangs
  healthyPods: number
}[] = [
  { name: 'twelve of 150 behind one origin', where: 'one origin', hangs: TWELVE, healthyPods: 138 },
  {
    name: 'the metrics of twelve behind one origin',
    where: 'one origin',
    hangs: TWELVE_METRICS,
    healthyPods: 150,
  },
  {
    name: 'half of the fleet, each with its own origin',
    where: 'many origins',
    hangs: HALF,
    healthyPods: 75,
  },
]

describe(
  'once it is known which pods hang, the others are heard of within 1.5 times their usual time',
  { timeout: 30_000 },
  () => {
    for (const { name, where, hangs, healthyPods } of rows) {
      it(name, async () => {
        const calm = rigWith(where, NONE)
        const hung = rigWith(where, hangs)
        for (const rig of [calm, hung]) await rig.ports.clock.advance(minutes(3))
        expect(healthAnswers(hung, minutes(1)).size).toBe(healthyPods)
        expect(longestSilence(hung, minutes(1))).toBeLessThanOrEqual(1.5 * longestSilence(calm, minutes(1)))
      })
    }
  },
)

describe('pods that begin to hang', { timeout: 30_000 }, () => {
  it('one of 150 delays nobody, not even at the start', async () => {
    const calm = rigWith('one origin', NONE)
    const hung = rigWith('one origin', (pod) => pod === 7)
    for (const rig of [calm, hung]) await rig.ports.clock.advance(minutes(1))
    expect(healthAnswers(hung, 0).size).toBe(149)
    expect(allHeardAt(hung)).toBeLessThanOrEqual(1.5 * allHeardAt(calm))
    expect(longestSilence(hung, 0)).toBeLessThanOrEqual(1.5 * longestSilence(calm, 0))
  })

  // Six sockets an origin are all a browser gives: until its time-out, each hanging pod holds one of them once.
  it('twelve at the start cost two time-outs of six sockets, and nothing is reported that did not happen', async () => {
    const calm = rigWith('one origin', NONE)
    const hung = rigWith('one origin', TWELVE)
    for (const rig of [calm, hung]) await rig.ports.clock.advance(seconds(30))
    expect(allHeardAt(hung)).toBeLessThanOrEqual(allHeardAt(calm) + 2 * TIMEOUT + seconds(1))
    const timedOut = hung.ended.filter(
      ({ probe }) => !probe.result.ok && probe.result.error.kind === 'timeout',
    )
    expect(new Set(timedOut.map(({ probe }) => probe.pod)).size).toBe(12)
  })

  // Until they are known they fill the origin; then the others are asked as before. Waiting is never reported.
  it('twelve at once in the middle of the day keep the others waiting for two time-outs at most', async () => {
    const rig = rigWith('one origin', NONE)
    await rig.ports.clock.advance(minutes(1))
    hang(rig, TWELVE)
    await rig.ports.clock.advance(minutes(2))
    const others = [...healthAnswers(rig, seconds(50))].filter(
      ([pod]) => Number(pod.split('-')[1]) % 12 !== 0,
    )
    const silences = others.flatMap(([, times]) => times.slice(1).map((at, i) => at - (times[i] ?? 0)))
    expect(others).toHaveLength(138)
    expect(Math.max(...silences)).toBeLessThan(seconds(5.5) + 2 * TIMEOUT)
    expect(longestSilence(rig, minutes(2))).toBeLessThan(seconds(6.5))
    expect(timedOutPods(rig)).toHaveLength(12)
  })

  // 15 s is how long a reading counts as fresh: none of the others may grow grey.
  it('half of the fleet at once leaves nobody unheard for longer than a reading is fresh', async () => {
    const rig = rigWith('many origins', NONE)
    await rig.ports.clock.advance(minutes(1))
    hang(rig, HALF)
    await rig.ports.clock.advance(minutes(2))
    const others = [...healthAnswers(rig, seconds(50))].filter(([pod]) => Number(pod.split('-')[1]) % 2 === 1)
    const silences = others.flatMap(([, times]) => times.slice(1).map((at, i) => at - (times[i] ?? 0)))
    expect(others).toHaveLength(75)
    expect(Math.max(...silences)).toBeLessThan(seconds(15))
    expect(rig.ports.network.peak('http')).toBeLessThanOrEqual(25)
  })

  it('are never asked more than two at a time behind one origin once they are known', async () => {
    const rig = rigWith('one origin', TWELVE, { endpoints: HEALTH_ONLY })
    await rig.ports.clock.advance(minutes(5))
    const known = rig.ports.network.asked.filter(
      ({ at, endedAt }) => at > minutes(1) && (endedAt ?? at) - at > 1000,
    )
    for (const { at } of known) {
      expect(
        known.filter((other) => other.at <= at && (other.endedAt ?? at) > at).length,
      ).toBeLessThanOrEqual(2)
    }
    expect(known.length).toBeGreaterThan(20)
  })
})
