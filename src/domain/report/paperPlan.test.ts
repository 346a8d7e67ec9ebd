import { describe, expect, it } from 'vitest'
import { namedOnPaper } from './namedOnPaper.ts'
import { paperPlan } from './paperPlan.ts'
import { busyReport } from './testing/busyDay.ts'

describe('paperPlan', () => {
  const rows = [
    { name: 'three services', services: 3, troubled: 3, isDense: false, isCut: false },
    { name: 'a calm fleet of twelve', services: 12, troubled: 6, isDense: false, isCut: false },
    { name: 'twenty, in small letters', services: 20, troubled: 10, isDense: true, isCut: false },
    { name: 'fifty, half of them in trouble', services: 50, troubled: 25, isDense: true, isCut: true },
    { name: 'fifty in trouble', services: 50, troubled: 50, isDense: true, isCut: true },
  ]
  it.each(rows)('$name', ({ services, troubled, isDense, isCut }) => {
    const plan = paperPlan(busyReport(services, troubled), 'check')
    expect([plan.isDense, plan.less.size > 0]).toEqual([isDense, isCut])
  })

  it('keeps a line of every red one, and names every other', () => {
    const report = busyReport(50, 50)
    const { less } = paperPlan(report, 'check')
    const act = report.sections.find(({ id }) => id === 'act')
    expect(act?.rows).toHaveLength(25)
    expect(act?.rows.filter((row) => less.get(row) === 'named')).toEqual([])
    for (const section of report.sections)
      for (const row of section.rows.filter((each) => less.get(each) === 'named'))
        expect(namedOnPaper(section, less)).toContain(row.name)
  })

  it('tells all of what is red before a line of what is over', () => {
    const report = busyReport(50, 20)
    const { less } = paperPlan(report, 'check')
    const rowsOf = (id: string) => report.sections.find((section) => section.id === id)?.rows ?? []
    expect(rowsOf('act').filter((row) => less.has(row))).toEqual([])
    expect(rowsOf('recovered').some((row) => less.get(row) === 'named')).toBe(true)
  })
})
