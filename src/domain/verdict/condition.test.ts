import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, type Finding, nextCondition } from './condition.ts'
import { type Light, lightRank } from './light.ts'
import { DEFAULT_POLICY, type Policy } from './policy.ts'

/** One letter an answer: `.` fine, `o` orange, `r` red, `u` unknown. */
const LIGHT_OF: Readonly<Record<string, Light>> = { '.': 'green', o: 'orange', r: 'red', u: 'unknown' }
const STATE_OF = { green: 'ok', orange: 'degraded', red: 'down', unknown: 'unknown' } as const

function findingOf(letter: string, n: number): Finding | null {
  const light = LIGHT_OF[letter] ?? 'green'
  const state = STATE_OF[light]
  return state === 'ok' ? null : { light, part: { kind: 'health', state, check: null, why: `answer ${n}` } }
}

/** The condition after each answer; the n-th answer comes at n. */
function run(answers: string, policy: Policy = DEFAULT_POLICY): (Condition | null)[] {
  let was: Condition | null = null
  return Array.from(answers, (letter, n) => {
    was = nextCondition(was, findingOf(letter, n), policy, n)
    return was
  })
}

/** One letter a state: what is confirmed, `?` for pending, `.` for nothing wrong. */
const lettersOf = (states: readonly (Condition | null)[]): string =>
  states.map((state) => (state === null ? '.' : state.light === 'green' ? '?' : state.light[0])).join('')

describe('damping', () => {
  const rows: readonly { name: string; answers: string; expected: string }[] = [
    { name: 'nothing wrong', answers: '....', expected: '....' },
    { name: 'a single bad answer is pending, and vanishes', answers: '.r.r.', expected: '.?.?.' },
    { name: 'worsens after two', answers: 'rr', expected: '?r' },
    { name: 'recovers after three', answers: 'rr...', expected: '?rrr.' },
    {
      name: 'a bad answer between good ones starts the three anew',
      answers: 'rr..r..r...',
      expected: '?rrrrrrrrr.',
    },
    { name: 'orange to red after two reds', answers: 'ooorr', expected: '?ooor' },
    { name: 'one red in orange changes nothing', answers: 'ooroo', expected: '?oooo' },
    { name: 'red to orange after three', answers: 'rrooo', expected: '?rrro' },
    { name: 'two of something better and back', answers: 'rroorr', expected: '?rrrrr' },
    { name: 'two that are differently bad are as bad as the milder', answers: 'ro', expected: '?o' },
    { name: 'the worse needs a second one of its own', answers: 'orr', expected: '?or' },
    { name: 'alternating reds and oranges are orange', answers: 'rorororo', expected: '?ooooooo' },
    { name: 'one good answer does not end it, whatever was before', answers: 'rroo.', expected: '?rrro' },
    { name: 'nor two', answers: 'rroo...', expected: '?rrroo.' },
    { name: 'flapping stays pending', answers: 'r.r.r.r.', expected: '?.?.?.?.' },
    { name: 'flapping in red stays red', answers: 'rr.r.r.r..r', expected: '?rrrrrrrrrr' },
    { name: 'unknown is confirmed as well', answers: 'uu..', expected: '?uuu' },
    { name: 'unknown to red needs two', answers: 'uurr', expected: '?uur' },
    { name: 'red to unknown needs three', answers: 'rruuu', expected: '?rrru' },
    { name: 'the first answer of all', answers: 'o', expected: '?' },
  ]
  for (const { name, answers, expected } of rows) {
    it(`${name}: ${answers} gives ${expected}`, () => {
      expect(lettersOf(run(answers))).toBe(expected)
    })
  }

  for (const { worsenAfter, recoverAfter, answers, expected } of [
    { worsenAfter: 1, recoverAfter: 1, answers: 'r.o', expected: 'r.o' },
    { worsenAfter: 1, recoverAfter: 3, answers: 'r...', expected: 'rrr.' },
    { worsenAfter: 4, recoverAfter: 1, answers: 'rrrr.', expected: '???r.' },
    { worsenAfter: 3, recoverAfter: 2, answers: 'rr.rrr.r..', expected: '??.??rrrr.' },
    { worsenAfter: 3, recoverAfter: 2, answers: 'oorr', expected: '??oo' },
  ]) {
    it(`worsens after ${worsenAfter}, recovers after ${recoverAfter}: ${answers} gives ${expected}`, () => {
      expect(lettersOf(run(answers, { ...DEFAULT_POLICY, worsenAfter, recoverAfter }))).toBe(expected)
    })
  }
})

describe('a condition tells', () => {
  const rows: readonly { name: string; answers: string; since: number; why: string }[] = [
    { name: 'the first bad answer while pending', answers: '..r', since: 2, why: 'answer 2' },
    { name: 'since the first of the bad ones', answers: '..rrrr', since: 2, why: 'answer 5' },
    { name: 'since then also when it grows worse', answers: 'ooorr', since: 0, why: 'answer 4' },
    { name: 'since then also when it grows better', answers: 'rrooo', since: 0, why: 'answer 4' },
    { name: 'anew after a recovery', answers: 'rr...rr', since: 5, why: 'answer 6' },
    {
      name: 'the facts of the confirmed light while better answers count',
      answers: 'rroo',
      since: 0,
      why: 'answer 1',
    },
    { name: 'the facts of the confirmed light in a worse answer', answers: 'oor', since: 0, why: 'answer 1' },
    { name: 'the last bad facts while good answers count', answers: 'rr..', since: 0, why: 'answer 1' },
  ]
  for (const { name, answers, since, why } of rows) {
    it(`${name} (${answers})`, () => {
      const last = run(answers).at(-1)
      expect(last).toMatchObject({ since, part: { why } })
    })
  }
})

const rankOf = (letter: string): number => lightRank(LIGHT_OF[letter] ?? 'green')
const confirmed = (state: Condition | null | undefined): number => lightRank(state?.light ?? 'green')

describe('whatever the answers', () => {
  const lights = fc.string({ unit: fc.constantFrom('.', 'o', 'r', 'u'), maxLength: 30 })
  const counts = fc.record({
    worsenAfter: fc.integer({ min: 1, max: 4 }),
    recoverAfter: fc.integer({ min: 1, max: 4 }),
  })

  it('a light worsens only by worsenAfter answers in a row that are all at least as bad, and not later', () => {
    fc.assert(
      fc.property(lights, counts, (answers, count) => {
        const states = run(answers, { ...DEFAULT_POLICY, ...count })
        states.forEach((state, n) => {
          const before = confirmed(states[n - 1])
          const row = Array.from(answers.slice(Math.max(0, n + 1 - count.worsenAfter), n + 1), rankOf)
          const allWorse = row.length === count.worsenAfter && row.every((rank) => rank < before)
          expect(confirmed(state) < before).toBe(allWorse)
          expect(!allWorse || row.every((rank) => rank <= confirmed(state))).toBe(true)
        })
      }),
    )
  })

  it('a light recovers only by recoverAfter answers in a row that are all at least as good, and not later', () => {
    fc.assert(
      fc.property(lights, counts, (answers, count) => {
        const states = run(answers, { ...DEFAULT_POLICY, ...count })
        states.forEach((state, n) => {
          const before = confirmed(states[n - 1])
          const row = Array.from(answers.slice(Math.max(0, n + 1 - count.recoverAfter), n + 1), rankOf)
          const allBetter = row.length === count.recoverAfter && row.every((rank) => rank > before)
          expect(confirmed(state) > before).toBe(allBetter)
          expect(!allBetter || row.every((rank) => rank >= confirmed(state))).toBe(true)
        })
      }),
    )
  })

  it('one answer that differs from those around it changes no confirmed light', () => {
    fc.assert(
      fc.property(fc.constantFrom('.', 'o', 'r', 'u'), fc.constantFrom('.', 'o', 'r', 'u'), (usual, odd) => {
        const before = run(usual.repeat(5))
        const after = run(usual.repeat(5) + odd + usual.repeat(5)).slice(5)
        const steady = confirmed(before.at(-1))
        expect(after.map(confirmed)).toEqual(after.map(() => steady))
      }),
    )
  })

  it('looks back no further than it must', () => {
    fc.assert(
      fc.property(lights, counts, (answers, count) => {
        const kept = run(answers, { ...DEFAULT_POLICY, ...count }).map((state) => state?.answers.length ?? 0)
        expect(Math.max(0, ...kept)).toBeLessThanOrEqual(Math.max(count.worsenAfter, count.recoverAfter))
      }),
    )
  })
})
