import { describe, expect, it } from 'vitest'
import type { EpochMs } from '#src/domain/time/units.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { tell } from './testing/story.ts'
import { allRows, createWatch } from './watch.ts'

/** 08:00:00 UTC. */
const START: EpochMs = 8 * 3_600_000

/**
 * The pods of a service, each with what it answered in the end: `G` good, `O` degraded, `D` down, `U` does not tell,
 * `R` refused, `S` wants a sign-in, `.` was not asked yet, `-` answered well twice and is silent since.
 */
const rows: readonly {
  pods: string
  quorum?: number
  light: string
  lines: readonly string[]
}[] = [
  {
    pods: 'RGG',
    light: 'orange',
    lines: ['1 of 3 pods does not answer: refused or DNS error (orders-1), already so at 08:00'],
  },
  {
    pods: 'RRGG',
    light: 'orange',
    lines: ['2 of 4 pods do not answer: refused or DNS error (orders-1, orders-2), already so at 08:00'],
  },
  {
    pods: 'RROG',
    light: 'orange',
    lines: [
      '2 of 4 pods do not answer: refused or DNS error (orders-1, orders-2), already so at 08:00',
      'health says degraded on orders-3: says degraded, already so at 08:00',
    ],
  },
  {
    pods: 'RRSS',
    light: 'red',
    lines: [
      '2 of 4 pods do not answer: refused or DNS error (orders-1, orders-2), already so at 08:00',
      'sign-in needed on 2 of 4 pods (orders-3, orders-4), already so at 08:00',
    ],
  },
  {
    pods: 'RSSS',
    light: 'red',
    lines: [
      '1 of 4 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'sign-in needed on 3 of 4 pods (orders-2, orders-3 and 1 more), already so at 08:00',
    ],
  },
  {
    pods: 'DSSS',
    light: 'red',
    lines: [
      'health says DOWN on orders-1: says down, already so at 08:00',
      'sign-in needed on 3 of 4 pods (orders-2, orders-3 and 1 more), already so at 08:00',
    ],
  },
  {
    pods: 'RGSS',
    light: 'red',
    lines: [
      '1 of 4 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'sign-in needed on 2 of 4 pods (orders-3, orders-4), already so at 08:00',
    ],
  },
  {
    pods: 'RGSS',
    quorum: 0.25,
    light: 'orange',
    lines: [
      '1 of 4 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'sign-in needed on 2 of 4 pods (orders-3, orders-4), already so at 08:00',
    ],
  },
  {
    pods: 'RRGGS',
    light: 'red',
    lines: [
      '2 of 5 pods do not answer: refused or DNS error (orders-1, orders-2), already so at 08:00',
      'sign-in needed on orders-5, already so at 08:00',
    ],
  },
  {
    pods: 'RGGGS',
    light: 'orange',
    lines: [
      '1 of 5 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'sign-in needed on orders-5, already so at 08:00',
    ],
  },
  {
    pods: 'RUU',
    light: 'red',
    lines: [
      '1 of 3 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'health does not say on 2 of 3 pods: says unknown (orders-2, orders-3), already so at 08:00',
    ],
  },
  {
    pods: 'R---',
    light: 'red',
    lines: [
      '1 of 4 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'nothing new from 3 of 4 pods, last seen at 08:00 (orders-2, orders-3 and 1 more)',
    ],
  },
  {
    pods: 'RG..',
    light: 'orange',
    lines: [
      '1 of 4 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'no answer yet from 2 of 4 pods (orders-3, orders-4)',
    ],
  },
  {
    pods: 'R...',
    light: 'red',
    lines: [
      '1 of 4 pods does not answer: refused or DNS error (orders-1), already so at 08:00',
      'no answer yet from 3 of 4 pods (orders-2, orders-3 and 1 more)',
    ],
  },
  {
    pods: 'GGSS',
    light: 'unknown',
    lines: ['sign-in needed on 2 of 4 pods (orders-3, orders-4), already so at 08:00'],
  },
  { pods: 'SSSS', light: 'unknown', lines: ['sign-in needed on all 4 pods, already so at 08:00'] },
  { pods: '....', light: 'unknown', lines: ['no answer yet from all 4 pods'] },
  { pods: '----', light: 'unknown', lines: ['nothing new from all 4 pods, last seen at 08:00'] },
]

/** Long enough for what is silent to grow old. */
const INTERVALS = 6

const lettersOf = (letter: string): string => (letter === '-' ? 'GG....' : letter.repeat(INTERVALS))

describe('a service whose pods', () => {
  for (const { pods, quorum = 0.5, light, lines } of rows) {
    it(`${pods} at a quorum of ${quorum}: ${light}, ${lines.join('; ')}`, () => {
      const watch = createWatch(fleetOf({ orders: pods.length }, { thresholds: { quorum } }))
      const story = Array.from(pods, (letter, i) => [`orders-${i + 1}`, lettersOf(letter)] as const)
      tell(watch, Object.fromEntries(story), START)
      const row = allRows(watch)[0]
      expect(row?.light).toBe(light)
      expect(row?.reasons.map((reason) => reasonLine(reason, START + 30_000, 'UTC'))).toEqual(lines)
    })
  }

  it('loses sight of one never looks better than before', () => {
    for (const { before, after } of [
      { before: 'RGG', after: 'RSG' },
      { before: 'RRGG', after: 'RRSG' },
      { before: 'RGGGG', after: 'RSSSS' },
      { before: 'DDGGG', after: 'DDSGG' },
      { before: 'GGG', after: 'GSG' },
    ]) {
      const lights = [before, after].map((pods) => {
        const watch = createWatch(fleetOf({ orders: pods.length }))
        tell(
          watch,
          Object.fromEntries(Array.from(pods, (letter, i) => [`orders-${i + 1}`, letter.repeat(3)])),
        )
        return allRows(watch)[0]?.light ?? ''
      })
      const worst = ['red', 'orange', 'unknown', 'green']
      expect(worst.indexOf(lights[1] ?? '')).toBeLessThanOrEqual(worst.indexOf(lights[0] ?? ''))
    }
  })

  it('one bad answer of a second pod does not turn it red before the next confirms it', () => {
    const watch = createWatch(fleetOf({ orders: 3 }))
    const frames = tell(watch, { 'orders-1': 'GRRRR', 'orders-2': 'GGGDD', 'orders-3': 'GGGGG' })
    expect(frames.map(({ lights }) => lights['orders']).join('')).toBe('ggoor')
  })
})
