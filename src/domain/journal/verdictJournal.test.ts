import { describe, expect, it } from 'vitest'
import { days, hours, minutes, seconds } from '#src/domain/time/units.ts'
import { NIGHT, play, row, silent, told, watchOn, ZONE } from './testing/journalRig.ts'
import { verdictJournal } from './verdictJournal.ts'

describe('verdictJournal', () => {
  it.each([
    { name: 'one that stays as it is', letters: 'ggg', expected: ['green 0+4 first'] },
    {
      name: 'one that falls and rises',
      letters: 'ggorrogg',
      expected: [
        'green 0+4 first',
        'orange 4+2 worse',
        'red 6+4 red',
        'orange 10+2 better',
        'green 12+2 recovered',
      ],
    },
    {
      name: 'grey between two of the same is no way out',
      letters: 'rrurr',
      expected: ['red 0+4 first', 'unknown 4+2 unseen', 'red 6+2 again'],
    },
    {
      name: 'grey looks neither better nor worse than what comes after it',
      letters: 'ouug',
      expected: ['orange 0+2 first', 'unknown 2+4 unseen', 'green 6+0 recovered'],
    },
    {
      name: 'the same is told again where nobody watched in between',
      letters: 'gg......gg',
      expected: ['green 0+2 first', 'green 16+2 again'],
    },
    {
      name: 'nothing is made up of the minutes of a sleep',
      letters: 'gg.rr',
      expected: ['green 0+2 first', 'red 6+2 red'],
    },
  ])('tells of $name', ({ letters, expected }) => {
    expect(told(play(letters))).toEqual(expected)
  })

  it('clips what it is asked for', () => {
    const journal = play('gggrrrggg')
    expect(told(journal, NIGHT + minutes(8), NIGHT + minutes(13))).toEqual([
      'red 8+4 red',
      'green 12+1 recovered',
    ])
  })

  it('tells how it stood at a moment, in the words of then', () => {
    const journal = verdictJournal()
    journal.note(row('red'), NIGHT, ZONE)
    watchOn(journal, NIGHT, NIGHT + minutes(5))
    journal.note(
      row('red', { reasons: [silent('red', NIGHT, ['orders-1'], 4000)] }),
      NIGHT + minutes(5),
      ZONE,
    )
    const moment = journal.at('orders', NIGHT + minutes(5))
    expect(moment?.at).toBe(NIGHT)
    expect(moment?.reasons).toMatchObject([{ kind: 'failing', light: 'red', pods: ['orders-1'] }])
    expect(moment?.reasons[0]?.text).toContain('timed out after 2 s')
    expect(moment?.reasons[0]?.text).toContain('03:00')
    expect(moment?.pods).toHaveLength(3)
  })

  it.each([
    { name: 'before it was watched', minute: -1, light: null },
    { name: 'at the first word', minute: 0, light: 'green' },
    { name: 'in between', minute: 1.5, light: 'green' },
    { name: 'at the last word', minute: 2, light: 'green' },
    { name: 'while nobody watched', minute: 7, light: null },
    { name: 'when somebody watched again', minute: 16, light: 'red' },
    { name: 'after it', minute: 18, light: null },
  ])('answers null where nobody watched: $name', ({ minute, light }) => {
    const journal = play('gg......r')
    expect(journal.at('orders', NIGHT + minutes(minute))?.light ?? null).toBe(light)
    expect(journal.at('billing', NIGHT)).toBeNull()
  })

  it.each([
    {
      name: 'other pods in a reason',
      next: row('red', { reasons: [silent('red', NIGHT, ['orders-2'])] }),
      news: true,
    },
    {
      name: 'one reason more',
      next: row('red', {
        reasons: [silent('red', NIGHT, ['orders-1']), silent('orange', NIGHT, ['orders-2'])],
      }),
      news: true,
    },
    {
      name: 'another version of a pod',
      next: row('red', {
        pods: row('red').pods.map((pod) => Object.assign({ ...pod }, { version: '2.0.0' })),
      }),
      news: true,
    },
    { name: 'a pod less', next: row('red', { pods: row('red').pods.slice(1) }), news: true },
    {
      name: 'other numbers',
      next: row('red', { reasons: [silent('red', NIGHT + 9, ['orders-1'], 9000)] }),
      news: false,
    },
  ])('$name: news is $news', ({ next, news }) => {
    const journal = play('r')
    journal.note(next, NIGHT + seconds(10), ZONE)
    expect(told(journal)).toHaveLength(news ? 2 : 1)
  })

  it.each([
    { letters: 'gug', expected: ['green 0+1 first'] },
    { letters: 'gur', expected: ['green 0+0.5 first', 'red 0.5+0.5 red'] },
    { letters: 'rug', expected: ['red 0+1 first', 'green 1+0 recovered'] },
    { letters: 'ugg', expected: ['green 0.5+0.5 first'] },
    { letters: 'guuuur', expected: ['green 0+0.5 first', 'unknown 0.5+2 unseen', 'red 2.5+0 red'] },
  ])('leaves doubts of less than a minute out, at nobody’s advantage: $letters', ({ letters, expected }) => {
    expect(told(play(letters, seconds(30)))).toEqual(expected)
  })

  it('leaves several doubts in a row out, too', () => {
    const journal = play('o', seconds(30))
    for (const [i, pod] of ['orders-1', 'orders-2'].entries()) {
      const doubt = row('unknown', { reasons: [silent('unknown', NIGHT, [pod])] })
      journal.note(doubt, NIGHT + seconds(10 + i * 10), ZONE)
    }
    journal.note(row('green'), NIGHT + seconds(30), ZONE)
    expect(told(journal)).toEqual(['orange 0+0.5 first', 'green 0.5+0 recovered'])
  })

  it('notes no more than twelve moments an hour, and shows the worst of what is left out', () => {
    const journal = play('go'.repeat(15), minutes(1))
    expect(told(journal)).toHaveLength(12)
    const stands = journal.between('orders', 0, Infinity).at(-1)
    expect(stands?.moment.light).toBe('orange')
    watchOn(journal, NIGHT + minutes(29), NIGHT + minutes(61))
    journal.note(row('red'), NIGHT + minutes(30), ZONE)
    expect(told(journal)).toHaveLength(12)
    expect(told(journal).at(-1)).toMatch(/^red 11\+/)
    journal.note(row('green'), NIGHT + minutes(31), ZONE)
    expect(told(journal).at(-1)).toMatch(/^red/)
    journal.noteSeen(NIGHT + minutes(61))
    expect(told(journal).at(-1)).toBe('green 61+0 recovered')
  })

  it('keeps 28 days, and says since when it knows', () => {
    const journal = verdictJournal()
    watchOn(journal, NIGHT, NIGHT + days(30))
    expect(journal.knownSince('orders')).toBeNull()
    const other = verdictJournal()
    other.note(row('green'), NIGHT, ZONE)
    watchOn(other, NIGHT, NIGHT + days(30))
    // It was green for all that time: what is too old is cut off, not forgotten.
    expect(other.knownSince('orders')).toBeGreaterThan(NIGHT + days(1))
    expect(other.at('orders', NIGHT + days(20))?.light).toBe('green')
    expect(other.at('orders', NIGHT)).toBeNull()
  })

  it('does not watch what is not in the fleet any more, and forgets it with its age', () => {
    const journal = play('rrr')
    watchOn(journal, NIGHT, NIGHT + minutes(5))
    journal.forgetOthers(() => false, NIGHT + minutes(5))
    watchOn(journal, NIGHT + minutes(5), NIGHT + minutes(9))
    expect(journal.at('orders', NIGHT + minutes(4))?.light).toBe('red')
    expect(journal.at('orders', NIGHT + minutes(6))).toBeNull()
    expect(told(journal)).toEqual(['red 0+5 first'])
    watchOn(journal, NIGHT, NIGHT + days(30))
    expect(journal.knownSince('orders')).toBeNull()
    expect(journal.save('orders')).toBeNull()
  })

  it('notes while the clock is behind what it has dated before', () => {
    const journal = verdictJournal()
    journal.note(row('red'), NIGHT + hours(2), ZONE)
    journal.note(row('green'), NIGHT, ZONE)
    expect(journal.at('orders', NIGHT)?.light).toBe('green')
    expect(journal.at('orders', NIGHT + hours(2))?.light).toBe('red')
  })

  it('keeps at most fifty pods, the worst, five reasons and 300 letters', () => {
    const journal = verdictJournal()
    const pods = Array.from({ length: 1000 }, (_, i) => ({
      name: `orders-${i}`,
      light: i === 999 ? ('red' as const) : ('green' as const),
      observedAt: 0,
      version: 'v'.repeat(5000),
    }))
    const long = Array.from({ length: 40 }, (_, i) => silent('red', NIGHT, [`${'x'.repeat(900)}-${i}`]))
    journal.note(row('red', { pods, reasons: long }), NIGHT, ZONE)
    const moment = journal.at('orders', NIGHT)
    expect(moment?.pods).toHaveLength(50)
    expect(moment?.pods[0]?.name).toBe('orders-999')
    expect(moment?.reasons).toHaveLength(5)
    expect(Math.max(...(moment?.reasons.map(({ text }) => text.length) ?? []))).toBeLessThanOrEqual(300)
    expect(verdictJournal().load('orders', journal.save('orders'))).toBe(true)
    journal.takeTouched()
    journal.note(row('red', { pods, reasons: long }), NIGHT + 1, ZONE)
    expect(journal.takeTouched().size).toBe(0)
  })

  it('takes a gap for one however short, where it is said that nobody watches', () => {
    const journal = play('gg')
    journal.noteUnseen()
    journal.noteSeen(NIGHT + minutes(2) + seconds(1))
    journal.noteSeen(NIGHT + minutes(2) + seconds(2))
    expect(journal.at('orders', NIGHT + minutes(2))?.light).toBe('green')
    expect(journal.at('orders', NIGHT + minutes(2) + seconds(2))).toBeNull()
    journal.note(row('green'), NIGHT + minutes(2) + seconds(3), ZONE)
    expect(told(journal).at(-1)).toBe('green 2.05+0 again')
  })
})
