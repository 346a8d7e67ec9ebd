import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EpochMs, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { type Condition, type Finding, type Lasting, nextCondition } from './condition.ts'
import { lightRank } from './light.ts'
import { DEFAULT_POLICY } from './policy.ts'

const PAGE = seconds(15)
const BEGIN: EpochMs = 0

function findingOf(letter: string, n: number, lasting: Lasting): Finding | null {
  if (letter !== 'o' && letter !== 'r') return null
  const light = letter === 'r' ? 'red' : 'orange'
  return { light, part: { kind: 'gc-pause', pause: n }, lasting }
}

/** The condition after each answer: `.` fine, `o` orange, `r` red; the n-th comes after n pages. */
function run(answers: string, lasting: Lasting, every = PAGE): (Condition | null)[] {
  let was: Condition | null = null
  return Array.from(answers, (letter, n) => {
    was = nextCondition(was, findingOf(letter, n, lasting), DEFAULT_POLICY, n * every)
    return was
  })
}

/** `.` nothing, `?` pending. */
const lettersOf = (states: readonly (Condition | null)[]): string =>
  states.map((state) => (state === null ? '.' : state.light === 'green' ? '?' : state.light[0])).join('')

const ranks = (states: readonly (Condition | null)[]) =>
  states.map((state) => lightRank(state?.light ?? 'green'))

const first = (lasting: Lasting) =>
  nextCondition(null, findingOf('r', 0, lasting), DEFAULT_POLICY, 0, true, true)?.light

describe('what has to last', () => {
  const red = { red: minutes(1) }
  const both = { orange: minutes(1), red: minutes(1) }
  it.each([
    { name: 'nothing has to: as ever', lasting: {}, answers: 'rrr', expected: '?rr' },
    { name: 'red for a minute, orange at once', lasting: red, answers: 'rrrrrr', expected: '?ooorr' },
    { name: 'both for a minute', lasting: both, answers: 'rrrrrr', expected: '????rr' },
    { name: 'orange for a minute', lasting: both, answers: 'oooooo', expected: '????oo' },
    { name: 'orange first counts for orange', lasting: both, answers: 'ooorrrrr', expected: '????ooor' },
    {
      name: 'a milder answer begins the minute of red anew',
      lasting: red,
      answers: 'rrrorrrrr',
      expected: '?ooooooor',
    },
    {
      name: 'a fine answer ends what is pending',
      lasting: both,
      answers: 'rrr.rrrrr',
      expected: '???.????r',
    },
    {
      name: 'a fine answer between begins it anew',
      lasting: red,
      answers: 'rrr.rrrrr',
      expected: '?ooooooor',
    },
    { name: 'red that stands recovers as ever', lasting: red, answers: 'rrrrrooo', expected: '?ooorrro' },
    { name: 'red that stands is not asked again', lasting: red, answers: 'rrrrrorr', expected: '?ooorrrr' },
    { name: 'and when all is fine', lasting: red, answers: 'rrrrr...', expected: '?ooorrr.' },
    {
      name: 'longer for red',
      lasting: { orange: seconds(30), red: minutes(1) },
      answers: 'rrrrrr',
      expected: '??oorr',
    },
    { name: 'red at once, orange not', lasting: { orange: minutes(1) }, answers: 'oorrr', expected: '???rr' },
  ])('$name: $answers gives $expected', ({ lasting, answers, expected }) => {
    expect(lettersOf(run(answers, lasting))).toBe(expected)
  })

  it('tells the newest facts while a worse light has not lasted, and since when it is bad at all', () => {
    expect(run('rrr', red).at(-1)).toMatchObject({ light: 'orange', since: 0, part: { pause: 2 } })
    expect(run('rrrrrr', red).at(-1)).toMatchObject({ light: 'red', since: 0, part: { pause: 5 } })
  })

  it('pages may be further apart than it has to last, but after half an hour it begins anew', () => {
    expect(lettersOf(run('rrr', red, minutes(5)))).toBe('?rr')
    expect(lettersOf(run('rrr', red, minutes(30)))).toBe('?rr')
    expect(lettersOf(run('rrr', red, minutes(31)))).toBe('?oo')
  })

  it('a clock that was set back makes nothing last longer', () => {
    const late = nextCondition(null, findingOf('r', 0, red), DEFAULT_POLICY, BEGIN + hours(1))
    const set = nextCondition(late, findingOf('r', 1, red), DEFAULT_POLICY, 0)
    expect(set?.light).toBe('orange')
    expect(nextCondition(set, findingOf('r', 2, red), DEFAULT_POLICY, BEGIN + seconds(59))?.light).toBe(
      'orange',
    )
    expect(nextCondition(set, findingOf('r', 2, red), DEFAULT_POLICY, BEGIN + seconds(60))?.light).toBe('red')
  })

  it('one answer is enough for what is believed at first, unless it has to last', () => {
    expect([first({}), first(red), first(both)]).toEqual(['red', 'orange', 'green'])
  })
})

describe('whatever the answers', () => {
  const answers = fc.string({ unit: fc.constantFrom('.', 'o', 'r'), maxLength: 40 })
  const lasting = fc.record({ orange: fc.nat(seconds(90)), red: fc.nat(seconds(90)) })

  it('it is never worse than without having to last, and becomes red only after every answer was red for so long', () => {
    fc.assert(
      fc.property(answers, lasting, (told, has) => {
        const [patient, hasty] = [ranks(run(told, has)), ranks(run(told, {}))]
        patient.forEach((rank, n) => {
          expect(rank).toBeGreaterThanOrEqual(hasty[n] ?? 0)
          if (rank !== 0 || patient[n - 1] === 0) return
          const since = Math.max(0, n - Math.ceil(has.red / PAGE))
          expect(told.slice(since, n + 1)).toMatch(/^r+$/)
          expect((n - since) * PAGE).toBeGreaterThanOrEqual(has.red)
        })
      }),
    )
  })

  it('remembers no more than without', () => {
    fc.assert(
      fc.property(answers, lasting, (told, has) => {
        for (const state of run(told, has)) {
          expect(state?.answers.length ?? 0).toBeLessThanOrEqual(3)
          expect(Object.keys(state?.runs ?? {}).length).toBeLessThanOrEqual(3)
        }
      }),
    )
  })
})
