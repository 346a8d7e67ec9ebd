import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { serviceOf } from '#src/domain/watch/testing/fleetOf.ts'
import { NOW, podFacts } from '#src/domain/watch/testing/podFacts.ts'
import type { Deploy } from './deploysOf.ts'
import { rolloutOf } from './rolloutOf.ts'

const before = (minute: number): EpochMs => NOW - minutes(minute)

/** A pod: its version, and how many minutes ago it was started, changed its version and was first looked at. */
type Runs = {
  readonly v: string | null
  readonly started?: number
  readonly changed?: number
  readonly watched?: number
  /** Whether that start was a restart. */
  readonly again?: boolean
}

const timeOf = (minute: number | undefined): EpochMs | null => (minute === undefined ? null : before(minute))

function podsOf(runs: readonly Runs[]): PodFacts[] {
  const service = serviceOf(Math.max(runs.length, 1))
  return runs.flatMap(({ v, started, changed, watched = 1000, again = false }, i) => {
    const pod = service.pods[i]
    const reading = {
      version: v,
      commit: null,
      builtAt: null,
      runtime: 'go1.22',
      startedAt: null,
      from: 'test',
    }
    const startedAt = timeOf(started)
    const restarts = again && startedAt !== null ? [startedAt] : []
    const times = { startedAt, restarts, versionChangedAt: timeOf(changed), watchedSince: before(watched) }
    return pod === undefined ? [] : [podFacts({ service, pod, version: reading, ...times })]
  })
}

const deploy = (version: string, from: number, to: number = from): Deploy => ({
  version,
  at: before(from),
  lastAt: before(to),
  pods: [],
  isRollback: false,
})

const { policy } = serviceOf()

/** State and versions, `updated/of`, and how many minutes ago it began and went on. */
type Told = readonly [
  state: 'in-progress' | 'stuck' | 'done' | 'already',
  before: string | null,
  version: string,
  pods: string,
  startedAt: number | null,
  lastAt: number | null,
]

const ago = (at: EpochMs | null): number | null => (at === null ? null : (NOW - at) / minutes(1))

function tell(pods: readonly PodFacts[], deploys: readonly Deploy[]): Told | null {
  const rollout = rolloutOf(pods, deploys, policy, NOW)
  if (rollout === null) return null
  const state = rollout.already === true ? 'already' : rollout.state
  const counts = `${rollout.updated}/${rollout.of}`
  return [state, rollout.before, rollout.version, counts, ago(rollout.startedAt), ago(rollout.lastAt)]
}

type Row = {
  readonly name: string
  readonly runs: readonly Runs[]
  readonly deploys?: readonly Deploy[]
  readonly told: Told | null
}

describe('a roll-out', () => {
  it.each<Row>([
    { name: 'of no pods', runs: [], told: null },
    { name: 'of pods that tell no version', runs: [{ v: null }, { v: null, started: 1 }], told: null },
    {
      name: 'of pods that agree, and were restarted',
      runs: [
        { v: '1', started: 5 },
        { v: '1', started: 3 },
      ],
      told: null,
    },
    {
      name: 'is in progress',
      runs: [{ v: '2', started: 4 }, { v: '1', started: 900 }, { v: '1', started: 900 }, { v: null }],
      deploys: [deploy('2', 4)],
      told: ['in-progress', '1', '2', '1/3', 4, 4],
    },
    {
      name: 'is in progress though it began long ago: its last pod came just now',
      runs: [
        { v: '2', started: 40 },
        { v: '2', started: 15 },
        { v: '1', started: 900 },
      ],
      deploys: [deploy('2', 40, 15)],
      told: ['in-progress', '1', '2', '2/3', 40, 15],
    },
    {
      name: 'is stuck after the roll-out window',
      runs: [
        { v: '2', started: 40 },
        { v: '2', started: 15.1 },
        { v: '1', started: 900 },
      ],
      deploys: [deploy('2', 40, 15.1)],
      told: ['stuck', '1', '2', '2/3', 40, 15.1],
    },
    {
      name: 'is stuck, though a pod of either version was restarted since',
      runs: [
        { v: '2', started: 3, again: true },
        { v: '2', started: 30 },
        { v: '1', started: 2, again: true },
      ],
      deploys: [deploy('2', 40, 30)],
      told: ['stuck', '1', '2', '2/3', 40, 30],
    },
    {
      name: 'by pods of new names, which nobody saw with another version',
      runs: [
        { v: '2', started: 3, watched: 2.9 },
        { v: '1', started: 900 },
      ],
      deploys: [deploy('1', 900)],
      told: ['in-progress', '1', '2', '1/2', 3, 3],
    },
    {
      name: 'by pods of new names that do not tell when they were started',
      runs: [{ v: '2', watched: 20 }, { v: '1' }],
      told: ['already', '1', '2', '1/2', 20, 20],
    },
    {
      name: 'by pods that tell a version and no start',
      runs: [{ v: '2', changed: 5 }, { v: '1' }, { v: '1' }],
      deploys: [deploy('2', 5)],
      told: ['in-progress', '1', '2', '1/3', 5, 5],
    },
    {
      name: 'was so when it was first looked at, since when the pods themselves tell',
      runs: [
        { v: '1', started: 900 },
        { v: '2', started: 600 },
      ],
      told: ['stuck', '1', '2', '1/2', 600, 600],
    },
    {
      name: 'was so when it was first looked at, nobody knows since when',
      runs: [{ v: '1' }, { v: '2' }, { v: '2' }],
      told: ['already', '1', '2', '2/3', null, null],
    },
    {
      name: 'was so when it was first looked at, and only one of the two tells a start',
      runs: [{ v: '1', started: 900 }, { v: '2' }],
      told: ['already', '2', '1', '1/2', 900, 900],
    },
    {
      name: 'from what most pods still run',
      runs: [
        { v: '3', started: 1 },
        { v: '1', started: 900 },
        { v: '1', started: 900 },
        { v: '2', started: 20 },
      ],
      deploys: [deploy('2', 20), deploy('3', 1)],
      told: ['in-progress', '1', '3', '1/4', 1, 1],
    },
    {
      name: 'back',
      runs: [
        { v: '1', started: 2 },
        { v: '2', started: 20 },
      ],
      deploys: [deploy('1', 900), deploy('2', 21, 20), deploy('1', 2)],
      told: ['in-progress', '2', '1', '1/2', 2, 2],
    },
    {
      name: 'is done for an hour',
      runs: [
        { v: '2', started: 64 },
        { v: '2', started: 60 },
      ],
      deploys: [deploy('1', 900), deploy('2', 64, 60)],
      told: ['done', '1', '2', '2/2', 64, 60],
    },
    {
      name: 'is over after that',
      runs: [{ v: '2', started: 60.1 }],
      deploys: [deploy('2', 64, 60.1)],
      told: null,
    },
    {
      name: 'of which nobody knows what ran before is done',
      runs: [{ v: '2', started: 3 }],
      deploys: [deploy('2', 3)],
      told: ['done', null, '2', '1/1', 3, 3],
    },
    {
      name: 'in the future is none: the clock was set back',
      runs: [{ v: '2', started: -30 }],
      deploys: [deploy('2', -30)],
      told: null,
    },
  ])('$name', ({ runs, deploys = [], told }) => {
    expect(tell(podsOf(runs), deploys)).toEqual(told)
  })

  it('is the same in whatever order its pods are told', () => {
    const minute = fc.integer({ min: 0, max: 60 })
    const v = fc.constantFrom('1', '2', '3')
    const all = { v, started: minute, changed: minute, again: fc.boolean() }
    const run: fc.Arbitrary<Runs> = fc.record(all, { requiredKeys: ['v'] })
    const list = fc.array(run, { maxLength: 6 })
    fc.assert(
      fc.property(
        list,
        fc.constantFrom([], [deploy('2', 9)], [deploy('1', 30), deploy('3', 9)]),
        (runs, deploys) => {
          const pods = podsOf(runs)
          const rollout = rolloutOf(pods, deploys, policy, NOW)
          expect(rolloutOf(pods.toReversed(), deploys, policy, NOW)).toEqual(rollout)
          const versions = new Set(runs.map(({ v }) => v))
          expect(rollout === null || rollout.state === 'done').toBe(versions.size < 2)
        },
      ),
    )
  })
})
