import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minutes } from '#src/domain/time/units.ts'
import {
  type CheckDraft,
  goTo,
  holdOrder,
  MOST_SKEW,
  newerThan,
  openDraft,
  withMark,
  withNote,
  withoutMark,
} from './checkDraft.ts'
import { composeCheck } from './composeCheck.ts'
import { markOf } from './markOf.ts'
import type { MorningCheck } from './morningCheck.ts'
import { readCheckDraft } from './readCheckDraft.ts'
import { signOffOf } from './signOffOf.ts'
import { inputOf, rowOf } from './testing/sampleInput.ts'
import { signOffOf as sampleSignOff } from './testing/sampleLog.ts'
import { EVENING, MORNING } from './testing/sampleNight.ts'
import { currentOf, progressOf, stepBy, stepToOpen, walkOf } from './walkOf.ts'

const last = sampleSignOff()
const opened = openDraft(EVENING, last, MORNING)
const checkOf = (...red: readonly string[]): MorningCheck =>
  composeCheck(inputOf(red.map((name) => rowOf(name, 'red')).concat(rowOf('well'))))
const three = checkOf('auth', 'billing', 'cart')

const keys = (check: MorningCheck, draft: CheckDraft): readonly string[] =>
  walkOf(check, draft).map(({ item }) => item.title)
const marked = (draft: CheckDraft, check: MorningCheck, title: string, note = ''): CheckDraft => {
  const item = check.items.find((one) => one.title === title)
  if (item === undefined) throw new Error(title)
  return withMark(draft, check, markOf(item, { deed: 'seen' }, note, MORNING), MORNING)
}

describe('a draft', () => {
  it('goes by urgency until somebody has begun, then its order holds and what is new comes last', () => {
    const more = checkOf('aaa', 'auth', 'billing', 'cart')
    expect(keys(more, opened)).toEqual(['aaa', 'auth', 'billing', 'cart'])
    const begun = stepBy(opened, three, 1, MORNING)
    expect([begun.begunAt, begun.at]).toEqual([MORNING, 's/billing'])
    expect(keys(more, begun)).toEqual(['auth', 'billing', 'cart', 'aaa'])
    expect(holdOrder(begun, more).order).toEqual(['s/auth', 's/billing', 's/cart', 's/aaa'])
    expect(holdOrder(begun, three)).toBe(begun)
  })

  it('is begun with the first mark, and keeps the mark of what is gone from the walk', () => {
    const draft = marked(opened, three, 'billing', ' known ')
    expect(draft.begunAt).toBe(MORNING)
    const fewer = checkOf('auth', 'cart')
    expect(keys(fewer, draft)).toEqual(['auth', 'cart'])
    expect(signOffOf(fewer, draft).marks.map(({ item, note }) => [item, note])).toEqual([
      ['s/billing', 'known'],
    ])
  })

  it('has one mark an item: the newest', () => {
    const twice = marked(marked(opened, three, 'auth', 'a'), three, 'auth', 'b')
    expect(twice.marks.map(({ note }) => note)).toEqual(['b'])
    expect(withoutMark(twice, 's/auth').marks).toEqual([])
  })

  it('walks: on and back within its items, and on to what nobody has decided', () => {
    const at = (draft: CheckDraft) => currentOf(walkOf(three, draft), draft)?.item.title
    expect(at(opened)).toBe('auth')
    expect(at(stepBy(opened, three, -1, MORNING))).toBe('auth')
    expect(at(stepBy(opened, three, 9, MORNING))).toBe('cart')
    const done = marked(goTo(opened, three, 's/billing', MORNING), three, 'billing')
    expect(at(done)).toBe('billing')
    const on = stepToOpen(done, three, MORNING)
    expect(at(on)).toBe('cart')
    expect(at(stepToOpen(marked(on, three, 'cart'), three, MORNING))).toBe('auth')
    expect(progressOf(walkOf(three, done))).toEqual({ decided: 1, of: 3 })
    const all = marked(marked(done, three, 'auth'), three, 'cart')
    expect(stepToOpen(all, three, MORNING)).toBe(all)
    expect(at(goTo(all, three, 's/gone', MORNING))).toBe('auth')
    expect(stepBy(opened, checkOf(), 1, MORNING)).toBe(opened)
  })

  it('takes a mark on what the walk does not go by', () => {
    const check = composeCheck(inputOf([rowOf('auth', 'red'), rowOf('old')], { log: inputOf([]).log }))
    const draft = withMark(
      opened,
      check,
      { ...markOf(check.items[0] ?? never(), { deed: 'seen' }, '', MORNING), item: 's/x' },
      MORNING,
    )
    expect(draft.order).toEqual(['s/auth', 's/x'])
  })

  it('is signed with the verdict of now and what was written', () => {
    const draft = withNote(opened, ' quiet \n', MORNING)
    expect(signOffOf(three, draft)).toEqual({
      from: EVENING,
      light: 'red',
      counts: { red: 3, orange: 0, unknown: 0, green: 1 },
      marks: [],
      note: 'quiet',
    })
  })
})

function never(): never {
  throw new Error('no item')
}

describe('newerThan', () => {
  const other = sampleSignOff({ id: 'boris-1', by: 'Boris', at: MORNING - minutes(5) })
  it.each([
    { name: 'nothing was signed', signOffs: [], newer: null },
    { name: 'what it looks back to', signOffs: [last], newer: null },
    { name: 'somebody signed', signOffs: [other, last], newer: 'boris-1' },
    { name: 'an older one is heard of late', signOffs: [{ ...other, at: EVENING - 1 }], newer: null },
  ])('$name', ({ signOffs, newer }) => {
    expect(newerThan(opened, signOffs)?.id ?? null).toBe(newer)
  })
})

describe('readCheckDraft', () => {
  const draft = { ...marked(opened, three, 'auth'), at: 's/auth' }

  it('reads what was stored', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(fc.nat(2), { maxLength: 5 }), (note, steps) => {
        const walked = steps.reduce(
          (was, i) => marked(was, three, ['auth', 'billing', 'cart'][i] ?? '', note),
          opened,
        )
        expect(readCheckDraft(JSON.parse(JSON.stringify(walked)), MORNING)).toEqual(walked)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    { name: 'nothing', json: null },
    { name: 'a list', json: [draft] },
    { name: 'a mark that is none', json: { ...draft, marks: [{ item: 's/a' }] } },
    { name: 'an order of numbers', json: { ...draft, order: [1] } },
    { name: 'no moment', json: { ...draft, from: 'now' } },
    { name: 'a time to come', json: { ...draft, startedAt: MORNING + 1 } },
    { name: 'a look back to a time to come', json: { ...draft, from: MORNING + MOST_SKEW + 1 } },
  ])('takes $name as none', ({ json }) => {
    expect(readCheckDraft(json, MORNING)).toBeNull()
  })

  it('reads one that looks back to a moment by a clock that is ahead', () => {
    const ahead = { ...draft, from: MORNING + minutes(5) }
    expect(readCheckDraft(ahead, MORNING)?.from).toBe(ahead.from)
  })

  it('takes a signal that it does not know as any', () => {
    const mark = { ...draft.marks[0], deed: 'watch', until: { kind: 'flat', signal: 'later' } }
    expect(readCheckDraft({ ...draft, marks: [mark] }, MORNING)?.marks[0]?.until).toEqual({
      kind: 'flat',
      signal: null,
    })
  })
})
