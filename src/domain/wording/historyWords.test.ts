import { describe, expect, it } from 'vitest'
import { err, ok } from '#src/domain/result.ts'
import type { HistoryNotice, StoreTrouble } from '#src/domain/series/historyNotice.ts'
import { hours } from '#src/domain/time/units.ts'
import { englishHistory } from './englishHistory.ts'
import { englishSources } from './englishSources.ts'
import { importSentence, noticeWords } from './historyWords.ts'

const NOW = Date.UTC(2026, 10, 20, 8)
const at = NOW - hours(1)

const told = (notice: HistoryNotice) => noticeWords(notice, NOW, 'UTC')

describe('noticeWords', () => {
  const troubles: readonly { why: StoreTrouble; what: RegExp; todo: RegExp }[] = [
    { why: 'refused', what: /no storage/, todo: /ordinary window, or export/ },
    { why: 'newer-version', what: /later build/, todo: /Reload all tabs/ },
    { why: 'lost', what: /closed or deleted/, todo: /again by itself/ },
    { why: 'hangs', what: /does not answer/, todo: /restart the browser/ },
    { why: 'fails', what: /fails/, todo: /disk is full or faulty/ },
  ]

  it.each(troubles)('memory only, as it is $why', ({ why, what, todo }) => {
    const words = told({ kind: 'memory-only', why, detail: '', at })
    expect(words.what).toMatch(/^Nothing is stored: /)
    expect(words.what).toMatch(what)
    expect(words.meaning).toBe(
      'What is seen from 07:00 on is forgotten when the last tab of this dashboard is closed.',
    )
    expect(words.todo).toMatch(todo)
  })

  it('adds what the platform says', () => {
    const { what } = told({ kind: 'memory-only', why: 'fails', detail: 'UnknownError', at })
    expect(what).toBe('Nothing is stored: the database of this browser fails (UnknownError)')
  })

  it.each([
    { hours: 1, days: 0, given: 'Given up, the oldest first: 1 hour in steps of two minutes.' },
    { hours: 0, days: 3, given: 'Given up, the oldest first: 3 days in hourly steps.' },
    {
      hours: 5,
      days: 1,
      given: 'Given up, the oldest first: 5 hours in steps of two minutes and 1 day in hourly steps.',
    },
    { hours: 0, days: 0, given: 'Nothing was given up so far.' },
  ])('a full disk: $given', ({ hours, days, given }) => {
    const notice = { kind: 'storage-full', hours, days, at } as const
    expect(told({ ...notice, paused: false }).meaning).toBe(given)
    expect(told({ ...notice, paused: true }).meaning).toBe(
      `${given} Even so nothing can be stored since 07:00: a reload loses what is seen from then on.`,
    )
    expect(told({ ...notice, paused: true }).todo).toMatch(/Free some of the disk/)
  })

  it.each([
    { why: 'damaged', records: 1, what: '1 stored record was damaged and is gone', todo: /Import/ },
    { why: 'damaged', records: 3, what: '3 stored records were damaged and are gone', todo: /Import/ },
    {
      why: 'other-version',
      records: 2,
      what: '2 stored records of another version of this program are gone',
      todo: /this version exported/,
    },
    {
      why: 'unreadable',
      records: 2,
      what: '2 stored records cannot be read for now, and are left as they are',
      todo: /Reload the page/,
    },
  ] as const)('$what', ({ why, records, what, todo }) => {
    const words = told({ kind: 'records-unusable', why, records, at })
    expect(words.what).toBe(what)
    expect(words.todo).toMatch(todo)
  })
})

describe('importSentence', () => {
  it.each([
    { outcome: null, says: /still reading.*Try again/ },
    { outcome: ok({ series: 1, bins: 1 }), says: /^The file told 1 value of 1 series: / },
    { outcome: ok({ series: 12, bins: 43_200 }), says: /43,200 values of 12 series: .*judged anew/ },
    { outcome: ok({ series: 0, bins: 0 }), says: /nothing of the pods of this fleet/ },
    { outcome: err({ kind: 'damaged' } as const), says: /damaged.*Nothing was added/ },
    { outcome: err({ kind: 'foreign' } as const), says: /no file of this dashboard.*Export/ },
    { outcome: err({ kind: 'other-version', version: 9 } as const), says: /\(format 9\)/ },
  ])('$says', ({ outcome, says }) => {
    expect(importSentence(outcome)).toMatch(says)
  })
})

/** Every text of a tree; functions are called with plain arguments. */
function allTexts(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree]
  if (typeof tree === 'function') return [String(tree(1, 1, 'x'))]
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(allTexts) : []
}

it('never uses words that say nothing', () => {
  for (const text of [...allTexts(englishHistory), ...allTexts(englishSources)]) {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/anomal|\bissues?\b|went wrong|oops|please|error occurred|invalid/i)
  }
})
