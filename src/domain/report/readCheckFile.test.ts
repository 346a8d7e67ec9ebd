import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { handoverOf, handoverText } from './handover.ts'
import { readCheckFile, readHandover, readReport } from './readCheckFile.ts'
import { reportJson } from './reportFile.ts'
import { hostileText } from './testing/hostileTexts.ts'
import { MORNING, reportSaying, reportWith } from './testing/sampleReport.ts'

const handover = handoverOf(reportWith(), [], { by: 'Anna Weber', note: '', at: MORNING, board: 'shop' })

const changed = (change: object): string => JSON.stringify({ ...reportWith(), ...change })

const faulty = (place: string): object => ({ kind: 'faulty', place })

describe('readCheckFile', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const report = reportSaying(text.slice(0, 100))
        expect(readReport(reportJson(report))).toEqual({ ok: true, value: report })
        const whole = { ...handover, by: text.slice(0, 100), report, events: [{ v: 1, text }] }
        expect(readHandover(handoverText(whole))).toEqual({ ok: true, value: whole })
      }),
      { numRuns: 50 },
    )
  })

  it('tells the one from the other', () => {
    expect(readCheckFile(reportJson(reportWith()))).toMatchObject({ value: { kind: 'report' } })
    expect(readCheckFile(`\uFEFF${handoverText(handover)}`)).toMatchObject({ value: { kind: 'handover' } })
    expect(readReport(handoverText(handover))).toEqual({ ok: true, value: handover.report })
    expect(readHandover(reportJson(reportWith()))).toEqual({ ok: false, error: { kind: 'no-handover' } })
  })

  const row = reportWith().sections[1]?.rows[0]
  const withRow = (own: object): string =>
    changed({ sections: [{ ...reportWith().sections[1], rows: [{ ...row, ...own }] }] })

  it.each([
    {
      name: 'no JSON',
      text: '{"format":\n nonsense}',
      fault: { kind: 'not-json', line: 2, column: 2, endsEarly: false },
    },
    { name: 'cut off', text: reportJson(reportWith()).slice(0, 200), fault: { endsEarly: true } },
    { name: 'nothing', text: '', fault: { kind: 'not-json', endsEarly: true } },
    { name: 'JSON of something else', text: '{"v":1,"kind":"opened"}', fault: { kind: 'other' } },
    { name: 'a list', text: '[]', fault: { kind: 'other' } },
    { name: 'a newer layout', text: changed({ version: 2 }), fault: { kind: 'newer', version: 2 } },
    { name: 'a layout that is none', text: changed({ version: '1' }), fault: faulty('version') },
    { name: 'a light that is none', text: changed({ light: 'blue' }), fault: faulty('light') },
    { name: 'a script for an address', text: changed({ url: 'javascript:alert(1)' }), fault: faulty('url') },
    {
      name: 'a link that leads elsewhere',
      text: withRow({ link: 'https://evil.example' }),
      fault: faulty('sections.0.rows.0.link'),
    },
    {
      name: 'text without end',
      text: withRow({ lines: ['a'.repeat(1001)] }),
      fault: faulty('sections.0.rows.0.lines.0'),
    },
    {
      name: 'a date without end',
      text: changed({ to: 1e300 }),
      fault: faulty('to'),
    },
    {
      name: 'a report at fault in a handover',
      text: JSON.stringify({ ...handover, report: { ...reportWith(), counts: {} } }),
      fault: faulty('report.counts.green'),
    },
    {
      name: 'events that are none',
      text: JSON.stringify({ ...handover, events: 'all' }),
      fault: faulty('events'),
    },
  ])('$name', ({ text, fault }) => {
    expect(readCheckFile(text)).toMatchObject({ ok: false, error: fault })
  })

  it('reads no more than 8 MB', () => {
    const text = ' '.repeat(8 * 1024 * 1024 + 1)
    expect(readCheckFile(text)).toMatchObject({ error: { kind: 'too-large' } })
  })

  it('takes over no name that all objects have', () => {
    const read = readReport(changed({}).replace('{', '{"__proto__":{"light":"green"},"constructor":1,'))
    expect(read).toEqual({ ok: true, value: reportWith() })
  })
})
