import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import type { ProbeEnded } from './observation.ts'
import { recallPast } from './recallPast.ts'
import { healthOk, scrape, version } from './testing/answers.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { allRows, createWatch, digestChanges, observe } from './watch.ts'

const T: EpochMs = 1_800_000_000_000
const POD = 'orders-1'
const at = (s: number): EpochMs => T + seconds(s)
const scrapeAt = (s: number, start: number, is?: string): ProbeEnded =>
  scrape(POD, at(s), { startedAt: at(start), ...(is === undefined ? {} : { version: is }) })
const versionAt = (s: number, is: string | null): ProbeEnded => version(POD, at(s), is)

/** A pod that was started at −1000 s with version 1, which its version page told at 0 s. */
const BEFORE = [versionAt(0, '1'), scrapeAt(0, -1000)]

function watchAfter(answers: readonly ProbeEnded[]) {
  const watch = createWatch(fleetOf({ orders: 1 }))
  for (const answer of answers) observe(watch, answer, answer.at)
  const lightAt = (s: number): string | undefined => {
    observe(watch, healthOk(POD, at(s)), at(s))
    digestChanges(watch, at(s))
    return allRows(watch)[0]?.light
  }
  const marks = () =>
    watch.memory.marks
      .marksOf('orders', POD)
      .map(
        (mark) => `${mark.kind} ${(mark.at - T) / 1000}${mark.kind === 'deploy' ? ` ${mark.version}` : ''}`,
      )
  return { watch, lightAt, marks }
}

describe('a start that may be a deploy', () => {
  const rows: readonly {
    name: string
    answers: readonly ProbeEnded[]
    /** The light at moments in seconds. */
    lights: Readonly<Record<number, string>>
    marks: readonly string[]
  }[] = [
    {
      name: 'waits for its version',
      answers: [scrapeAt(15, 10)],
      lights: { 16: 'green', 314: 'green', 315: 'orange' },
      marks: ['restart 10'],
    },
    {
      name: 'waits from when it was seen on, also of a pod whose clock is ahead',
      answers: [scrapeAt(15, 900)],
      lights: { 16: 'green', 314: 'green', 315: 'orange' },
      marks: ['restart 15'],
    },
    {
      name: 'waits as long of a pod whose clock is behind',
      answers: [scrapeAt(15, -600)],
      lights: { 16: 'green', 314: 'green', 315: 'orange' },
      marks: ['restart -600'],
    },
    {
      name: 'was one',
      answers: [scrapeAt(15, 10), versionAt(40, '2')],
      lights: { 41: 'green', 400: 'green' },
      marks: ['deploy 10 2'],
    },
    {
      name: 'was one whose version came much later',
      answers: [scrapeAt(15, 10), versionAt(1200, '2')],
      lights: { 1201: 'green' },
      marks: ['deploy 10 2'],
    },
    {
      name: 'was one of a pod whose clock is behind',
      answers: [scrapeAt(15, -600), versionAt(40, '2')],
      lights: { 41: 'green', 400: 'green' },
      marks: ['deploy -600 2'],
    },
    {
      name: 'was one of a pod whose clock is ahead, and whose version came first',
      answers: [versionAt(12, '2'), scrapeAt(15, 900)],
      lights: { 16: 'green', 400: 'green' },
      marks: ['deploy 15 2'],
    },
    {
      name: 'was none: the version is as before',
      answers: [scrapeAt(15, 10), versionAt(16, '1')],
      lights: { 17: 'orange' },
      marks: ['restart 10'],
    },
    {
      name: 'is waited for although the version was asked for before it was seen',
      answers: [versionAt(14, '1'), scrapeAt(15, 10)],
      lights: { 16: 'green', 315: 'orange' },
      marks: ['restart 10'],
    },
    {
      name: 'waits for nothing where its page tells the version, too',
      answers: [scrapeAt(10, -1000, '1'), scrapeAt(25, 20, '1')],
      lights: { 26: 'orange' },
      marks: ['restart 20'],
    },
    {
      name: 'waits for nothing in a crash loop',
      answers: [scrapeAt(15, 10), scrapeAt(30, 25), scrapeAt(45, 40)],
      lights: { 46: 'red' },
      marks: ['restart 10', 'restart 25', 'restart 40'],
    },
    {
      name: 'does not hide the restart before it',
      answers: [scrapeAt(15, 10), versionAt(16, '1'), scrapeAt(3600, 3590)],
      lights: { 3601: 'orange' },
      marks: ['restart 10', 'restart 3590'],
    },
  ]
  for (const { name, answers, lights, marks } of rows) {
    it(name, () => {
      const it = watchAfter([...BEFORE, ...answers])
      expect(Object.fromEntries(Object.keys(lights).map((s) => [s, it.lightAt(Number(s))]))).toEqual(lights)
      expect(it.marks()).toEqual(marks)
    })
  }

  it('waits for nothing of a pod that never told a version', () => {
    expect(watchAfter([scrapeAt(0, -1000), scrapeAt(15, 10)]).lightAt(16)).toBe('orange')
  })
})

describe('a start while nobody watched', () => {
  /** What the next session knows of the one before. */
  const saved = watchAfter(BEFORE).watch.memory.marks.save()
  const next = (answers: readonly ProbeEnded[], loadedAt: number) => {
    const it = watchAfter(answers.filter((answer) => answer.at <= at(loadedAt)))
    digestChanges(it.watch, at(loadedAt))
    it.watch.memory.marks.load(saved)
    recallPast(it.watch)
    for (const answer of answers) if (answer.at > at(loadedAt)) observe(it.watch, answer, answer.at)
    return it
  }
  const started = scrapeAt(30_000, 20_000)
  for (const { name, loadedAt, of, light, marks } of [
    { name: 'of another version', loadedAt: 29_000, of: '2', light: 'green', marks: ['deploy 20000 2'] },
    { name: 'of the same', loadedAt: 29_000, of: '1', light: 'orange', marks: ['restart 20000'] },
    { name: 'of another, read late', loadedAt: 30_001, of: '2', light: 'green', marks: ['deploy 20000 2'] },
    {
      name: 'of the same, read late',
      loadedAt: 30_001,
      of: '1',
      light: 'orange',
      marks: ['restart 20000'],
    },
  ]) {
    it(`${name}: is known once its version is`, () => {
      const it = next([started, versionAt(30_005, of)], loadedAt)
      expect(it.lightAt(30_006)).toBe(light)
      expect(it.marks()).toEqual(marks)
      const waits = next([started], loadedAt)
      expect([waits.lightAt(30_006), waits.lightAt(30_302)]).toEqual(['green', 'orange'])
    })
  }

  it('keeps when it became known', () => {
    const [mark] = next([started], 29_000).watch.memory.marks.marksOf('orders', POD)
    expect(mark).toEqual({ at: at(20_000), kind: 'restart', version: '1', learnedAt: at(30_000) })
  })
})

describe('a start that somebody else knows as a deploy', () => {
  it('is no restart, whenever that becomes known', () => {
    const it = watchAfter([scrapeAt(0, -1000), scrapeAt(15, 10)])
    expect(it.lightAt(16)).toBe('orange')
    it.watch.memory.marks.noteStarts('orders', POD, [
      { at: at(-1000), version: '1' },
      { at: at(10), version: '2' },
    ])
    recallPast(it.watch)
    expect(it.lightAt(17)).toBe('green')
    expect(it.lightAt(17 + minutes(10) / 1000)).toBe('green')
  })

  it('stays a restart where one came soon after the deploy', () => {
    const it = watchAfter([scrapeAt(0, -1000), scrapeAt(100, 90)])
    it.watch.memory.marks.noteStarts('orders', POD, [
      { at: at(-1000), version: '1' },
      { at: at(10), version: '2' },
    ])
    recallPast(it.watch)
    expect(it.lightAt(101)).toBe('orange')
    expect(it.lightAt(101 + hours(11) / 1000)).toBe('orange')
  })
})
