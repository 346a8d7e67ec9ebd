import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { ProbeEnded } from './observation.ts'
import { fleetOf } from './testing/fleetOf.ts'
import { answerIn, INTERVAL } from './testing/story.ts'
import { allRows, createWatch, digestChanges, observe, type Watch } from './watch.ts'

const FLEET = fleetOf({
  orders: { pods: 2, dependsOn: ['redis', 'fax'] },
  redis: { pods: 1, endpoints: { health: false } },
  web: { pods: 1, dependsOn: ['orders'] },
})
const PODS = ['orders-1', 'orders-2', 'redis-1', 'web-1']
const START: EpochMs = 1_000_000

const endpointOf = (pod: string): 'health' | 'metrics' => (pod === 'redis-1' ? 'metrics' : 'health')

/** A machine that is busy with other things may take its time. */
const PATIENCE = 60_000

/** Some ten thousand values are compared: only what differs is looked at in detail. */
const expectSame = (found: unknown, expected: unknown): void =>
  expect(isDeepStrictEqual(found, expected) || { found, expected }).toBe(true)

/** What each pod says, one letter an interval: see `answerIn`. */
type Say = readonly string[]

const sayings = (letters: fc.Arbitrary<string>): fc.Arbitrary<Say> =>
  fc.array(letters, { minLength: PODS.length, maxLength: PODS.length })

const anything = sayings(
  fc.string({ unit: fc.constantFrom('G', 'G', 'G', 'O', 'D', 'T', 'R', 'S', '.'), maxLength: 12 }),
)

/** Bad answers, but never two of them without a good one in between. */
const alone = sayings(
  fc
    .array(
      fc.tuple(fc.constantFrom('D', 'T', 'R', 'H', 'O', 'U', 'S', 'N'), fc.integer({ min: 1, max: 3 })),
      { maxLength: 8 },
    )
    .map((parts) => parts.map(([bad, good]) => bad + 'G'.repeat(good)).join('')),
)

const answersOf = (say: Say): ProbeEnded[][] =>
  PODS.map((pod, i) =>
    Array.from(say[i] ?? '').flatMap((letter, n) => {
      const ended = answerIn(letter, pod, START + n * INTERVAL + i, endpointOf(pod))
      return ended === null ? [] : [ended]
    }),
  )

const byTime = (answers: readonly ProbeEnded[][]): ProbeEnded[] =>
  answers.flat().toSorted((a, b) => a.at - b.at)

describe('a single bad answer', { timeout: PATIENCE }, () => {
  it('makes no service red, whatever sort of bad answer and however often it comes alone', () => {
    fc.assert(
      fc.property(alone, (say) => {
        const watch = createWatch(FLEET)
        for (const ended of byTime(answersOf(say))) {
          observe(watch, ended, ended.at)
          digestChanges(watch, ended.at)
          const red = allRows(watch).filter((row) => row.light === 'red')
          expectSame(
            red.map((row) => row.reasons),
            [],
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('an answer that is told twice, at once or later', { timeout: PATIENCE }, () => {
  it('changes nothing', () => {
    const again = fc.array(fc.nat({ max: 20 }), { maxLength: 10 })
    fc.assert(
      fc.property(anything, again, (say, repeats) => {
        const [once, twice] = [createWatch(FLEET), createWatch(FLEET)]
        const answers = byTime(answersOf(say))
        for (const [n, ended] of answers.entries()) {
          observe(once, ended, ended.at)
          observe(twice, ended, ended.at)
          for (const back of repeats) {
            const earlier = answers[n - back]
            if (earlier !== undefined) observe(twice, earlier, ended.at)
          }
          digestChanges(once, ended.at)
          digestChanges(twice, ended.at)
          expectSame(allRows(twice), allRows(once))
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('answers of different pods', { timeout: PATIENCE }, () => {
  it('may come in any order, as long as those of one pod come in theirs', () => {
    const picks = fc.array(fc.nat({ max: 3 }), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(anything, picks, (say, picks) => {
        const now = START + 12 * INTERVAL
        const [one, other] = [createWatch(FLEET), createWatch(FLEET)]
        const answers = answersOf(say)
        for (const ended of answers.flat()) observe(one, ended, now)
        const queues = answers.map((queue) => queue.slice())
        for (const pick of [...picks, 0, 1, 2, 3]) {
          const ended = queues[pick]?.shift()
          if (ended !== undefined) observe(other, ended, now)
        }
        for (const ended of queues.flat()) observe(other, ended, now)
        digestChanges(one, now)
        digestChanges(other, now)
        expectSame(allRows(other), allRows(one))
      }),
      { numRuns: 300 },
    )
  })
})

/** What a digest shows; how old it says that is depends on when it was looked at. */
const shown = (watch: Watch): object[] =>
  allRows(watch).map(({ name, light, reasons, pods, spark }) => {
    const told = reasons.map((reason) => [reason.kind, reason.light, reason.pods.map(({ pod }) => pod)])
    return { name, light, told, pods, spark }
  })

/** What a digest says in the end, but for since when, and what goes by that: which pod, and which root, comes first. */
const lastWords = (watch: Watch): object[] =>
  allRows(watch).map(({ name, light, reasons, pods }) => ({
    name,
    light,
    kinds: reasons.map((reason) => [reason.kind, reason.light, reason.pods.map(({ pod }) => pod).toSorted()]),
    pods: pods.map((pod) => pod.light),
  }))

describe('a digest', { timeout: PATIENCE }, () => {
  it('shows the same whenever and however often it was looked at before', () => {
    const looks = fc.array(fc.boolean(), { minLength: 60, maxLength: 60 })
    fc.assert(
      fc.property(anything, looks, (say, looks) => {
        const [often, once] = [createWatch(FLEET), createWatch(FLEET)]
        const answers = byTime(answersOf(say))
        for (const [n, ended] of answers.entries()) {
          observe(often, ended, ended.at)
          observe(once, ended, ended.at)
          if (looks[n] === true) digestChanges(often, ended.at)
        }
        const now = START + 12 * INTERVAL
        digestChanges(often, now)
        digestChanges(once, now)
        expect(shown(often)).toEqual(shown(once))
      }),
      { numRuns: 300 },
    )
  })
})

describe('an answer that is lost', { timeout: PATIENCE }, () => {
  it('changes nothing any more once as many came after it as flapping looks back, the last of them alike', () => {
    const tail = sayings(
      fc
        .tuple(
          fc.string({
            unit: fc.constantFrom('G', 'G', 'G', 'O', 'D', 'T', 'R', 'S'),
            minLength: 7,
            maxLength: 7,
          }),
          fc.constantFrom('GGG', 'OOO', 'DDD'),
        )
        .map((parts) => parts.join('')),
    )
    const losses = fc.array(fc.nat({ max: 48 }), { maxLength: 12 })
    fc.assert(
      fc.property(anything, tail, losses, (say, tail, losses) => {
        const [all, some] = [createWatch(FLEET), createWatch(FLEET)]
        const before = say.map((letters) => letters.padEnd(12, '.'))
        const answers = byTime(answersOf(before.map((letters, i) => letters + (tail[i] ?? ''))))
        const tailFrom = START + 12 * INTERVAL
        for (const [n, ended] of answers.entries()) {
          observe(all, ended, ended.at)
          if (ended.at >= tailFrom || !losses.includes(n)) observe(some, ended, ended.at)
          digestChanges(all, ended.at)
          digestChanges(some, ended.at)
        }
        expect(lastWords(some)).toEqual(lastWords(all))
      }),
      { numRuns: 300 },
    )
  })
})
