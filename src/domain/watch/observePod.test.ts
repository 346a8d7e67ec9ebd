import { describe, expect, it } from 'vitest'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { observePod, unseenPod } from './observePod.ts'
import { scrape } from './testing/answers.ts'
import { serviceOf } from './testing/fleetOf.ts'
import { answerIn, INTERVAL } from './testing/story.ts'

const START: EpochMs = 1_000_000
const service = serviceOf()
const unseen = unseenPod(service, service.pods[0] ?? { name: 'orders-1', url: 'http://orders-1' })

/** Tells a pod one letter an interval; a small letter is told while the dashboard is blind. */
function podAfter(letters: string, endpoint: 'health' | 'metrics' = 'health', was = unseen): PodFacts {
  return Array.from(letters).reduce((pod, letter, n) => {
    const at = START + n * INTERVAL
    const ended = answerIn(letter.toUpperCase(), 'orders-1', at, endpoint)
    return ended === null ? pod : observePod(pod, ended, letter === letter.toUpperCase(), at)
  }, was)
}

const lastGood = (pod: PodFacts): number | null => {
  const at = pod.tracks.health?.lastReading?.at
  return at === undefined ? null : (at - START) / INTERVAL
}

describe('a pod remembers', () => {
  for (const { name, letters, ok, reading } of [
    { name: 'its newest answer', letters: 'GGG', ok: true, reading: 2 },
    { name: 'its newest reading behind a failure', letters: 'GGTT', ok: false, reading: 1 },
    { name: 'a bad reading as a reading', letters: 'GD', ok: true, reading: 1 },
    { name: 'no reading where there was none', letters: 'TS', ok: false, reading: null },
  ]) {
    it(`${name} (${letters})`, () => {
      const pod = podAfter(letters)
      expect(pod.tracks.health?.result.ok).toBe(ok)
      expect(pod.tracks.health?.at).toBe(START + (letters.length - 1) * INTERVAL)
      expect(lastGood(pod)).toBe(reading)
    })
  }

  for (const { name, letters, expected } of [
    { name: 'what is good and what is bad', letters: 'GODUTRHS', expected: 'GGbbbbbb' },
    { name: 'what failed while blind, as not judged', letters: 'GtrG', expected: 'GxxG' },
    {
      name: 'no more than sixty to be shown',
      letters: 'T'.repeat(3) + 'G'.repeat(60),
      expected: 'G'.repeat(60),
    },
  ]) {
    it(`raw results: ${name}`, () => {
      const { recent } = podAfter(letters)
      expect(recent.map(({ good, judged }) => (good ? 'G' : judged ? 'b' : 'x')).join('')).toBe(expected)
    })
  }

  it('what its metrics page was like at first, until its process is started anew', () => {
    const pages = podAfter('GTG', 'metrics')
    expect(pages.census).toEqual({ at: START, largest: [], before: null })
    const again = scrape('orders-1', START + 9 * INTERVAL, { startedAt: START + 8 * INTERVAL })
    expect(observePod(pages, again, true, again.at).census?.at).toBe(again.at)
    expect(podAfter('GG').census).toBeNull()
  })

  it('raw results of the endpoint that stands for its life alone', () => {
    expect(podAfter('GTG', 'metrics', podAfter('G')).recent.length).toBe(1)
    expect(podAfter('GTG', 'metrics', podAfter('N')).recent.map(({ good }) => good)).toEqual([
      false,
      true,
      false,
      true,
    ])
  })

  for (const { name, letters, expected } of [
    { name: 'good and bad ones by their runs', letters: 'GGTTTG', expected: '2 -3 1' },
    { name: 'none that failed while blind', letters: 'GtrGt', expected: '2' },
    { name: 'as many as flapping is looked for', letters: 'T'.repeat(7) + 'G'.repeat(8), expected: '-2 8' },
  ]) {
    it(`judged results: ${name}`, () => {
      const { runs } = podAfter(letters)
      expect(runs.map(({ good, count }) => (good ? count : -count)).join(' ')).toBe(expected)
    })
  }

  for (const { name, letters, expected } of [
    { name: 'is none while it can be read', letters: 'GDT', expected: null },
    { name: 'is the first of several', letters: 'GSSSS', expected: 1 },
    { name: 'is the first, however the failure changes', letters: 'GNSS', expected: 1 },
    { name: 'lasts over an outage in between', letters: 'SSTRS', expected: 0 },
    { name: 'does not begin with an outage', letters: 'GTTS', expected: 3 },
    { name: 'ends with a reading, also a bad one', letters: 'SSD', expected: null },
    { name: 'begins anew after it', letters: 'SSGS', expected: 3 },
    { name: 'is noted while blind as well', letters: 'Gsss', expected: 1 },
  ]) {
    it(`since when it cannot be read: ${name}`, () => {
      const since = podAfter(letters).unreadSince
      expect(since === null ? null : (since - START) / INTERVAL).toBe(expected)
    })
  }

  it('the signals of its last scrape while scrapes fail', () => {
    const pod = podAfter('DT', 'metrics')
    expect(pod.signals?.target?.up).toBe(false)
    expect(pod.tracks.metrics?.result.ok).toBe(false)
  })

  it('no condition of what failed while blind, but those from before', () => {
    expect([...podAfter('Gtt').conditions.keys()]).toEqual([])
    expect(podAfter('GTTtt').conditions.get('failing')).toMatchObject({ light: 'red' })
    expect(podAfter('GDtD').conditions.get('health')).toMatchObject({ light: 'red' })
  })
})
