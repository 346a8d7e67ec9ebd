import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import type { Happening } from './checkReport.ts'
import { nightCsv } from './nightCsv.ts'
import { HOSTILE, hostileText } from './testing/hostileTexts.ts'
import { MORNING, reportSaying, reportWith } from './testing/sampleReport.ts'

const happening = (own: Partial<Happening>): Happening => ({
  kind: 'spell',
  service: 'orders',
  light: 'red',
  from: MORNING - hours(5),
  to: MORNING - hours(5) + minutes(24),
  lasted: minutes(24),
  red: minutes(10),
  atLeast: false,
  what: '2 of 3 pods do not answer',
  ticket: null,
  ...own,
})

const csvOf = (...happenings: readonly Happening[]): readonly string[] =>
  nightCsv(reportWith({ happenings })).split('\r\n')

/** A cell that is not in quotes begins after a comma or at the start of a line. */
const check = (text: string): void => {
  const [, body = '', ...rest] = nightCsv(reportSaying(text)).split('\r\n')
  expect(rest).toEqual([''])
  expect(body).not.toMatch(/(?:^|,)"?\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/)
}

describe('nightCsv', () => {
  it.each([
    {
      name: 'a time of trouble',
      row: happening({}),
      line: 'trouble,orders,ACT,2026-11-23T02:55:00Z,2026-11-23T03:19:00Z,24,10,,2 of 3 pods do not answer,,,,,',
    },
    {
      name: 'one that goes on and was not seen whole',
      row: happening({ to: null, atLeast: true }),
      line: 'trouble,orders,ACT,2026-11-23T02:55:00Z,,24,10,yes,2 of 3 pods do not answer,,,,,',
    },
    {
      name: 'a gap',
      row: happening({ kind: 'gap', service: null, light: null, red: null, what: 'nobody watched' }),
      line: 'nobody watched,,,2026-11-23T02:55:00Z,2026-11-23T03:19:00Z,24,,,nobody watched,,,,,',
    },
    {
      name: 'a ticket',
      row: happening({
        kind: 'ticket',
        light: null,
        lasted: null,
        red: null,
        what: 'orders is down',
        ticket: { code: 'T-4KQ2M', priority: 1, tta: minutes(4), trs: minutes(24), breaches: 0 },
      }),
      line: 'ticket,orders,,2026-11-23T02:55:00Z,2026-11-23T03:19:00Z,,,,orders is down,T-4KQ2M,1,4,24,0',
    },
  ])('$name is a line', ({ row, line }) => {
    expect(csvOf(row).slice(1)).toEqual([line, ''])
  })

  it('names its columns', () => {
    expect(csvOf()[0]).toBe(
      'kind,service,light,from UTC,to UTC,seen min,red min,at least,what,ticket,priority,TTA min,TRS min,breaches',
    )
  })

  it('has no formula and no line of its own of any text', () => {
    for (const text of HOSTILE) check(text)
    fc.assert(
      fc.property(
        hostileText.filter((text) => !/[,"]/.test(text)),
        check,
      ),
    )
  })
})
