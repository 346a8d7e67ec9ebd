import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dialect } from './dialect.ts'
import { handoverOf } from './handover.ts'
import { handoverMarkdown } from './handoverPages.ts'
import type { ReportForm } from './reportLayout.ts'
import { reportMarkdown } from './reportMarkdown.ts'
import { HOSTILE, hostileText } from './testing/hostileTexts.ts'
import { MORNING, reportSaying, reportWith, rowOf, sectionOf } from './testing/sampleReport.ts'

const DIALECTS: readonly Dialect[] = ['slack', 'webex', 'teams', 'wiki']
const FORMS: readonly ReportForm[] = ['short', 'long']
const OPTIONS = DIALECTS.flatMap((dialect) => FORMS.map((form) => ({ dialect, form })))

const MANY = Array.from({ length: 300 }, (_, i) =>
  rowOf({ name: `service-${i}`, lines: Array.from({ length: 16 }, () => 'a & b '.repeat(60)) }),
)

describe('reportMarkdown', () => {
  it('writes mrkdwn for Slack', () => {
    expect(reportMarkdown(reportWith(), { form: 'long', dialect: 'slack' })).toBe(
      [
        '*Morning check of Web shop, Mon, 23 Nov 2026*',
        '',
        'From Sun, 22 Nov 2026 17:55 to Mon, 23 Nov 2026 08:55, times in Europe/Paris.',
        '',
        '*ACT* 1 service needs action, 1 to watch, 47 well.',
        '',
        'Since Sun 17:55, Anna’s check: 1 red; nobody watched 01:00–01:40.',
        '',
        'Signed by Anna Weber, Mon, 23 Nov 2026 08:58.',
        '',
        '“Quiet but for orders.”',
        '',
        '*Not seen*',
        '',
        '• Nobody watched 01:00–01:40',
        '',
        '*Act now*',
        '',
        '• <https://run.example/check/#/s/orders|orders>, newly red since 03:12: 2 of 3 pods do not answer since 03:12',
        '      ◦ acknowledged by Anna Weber 03:14, still red',
        '',
        '<https://run.example/check/#/check|The check on the dashboard>',
        '',
      ].join('\n'),
    )
  })

  it('writes headings and links of Markdown for a wiki', () => {
    const lines = reportMarkdown(reportWith(), { form: 'long', dialect: 'wiki' }).split('\n')
    expect(lines[0]).toBe('# Morning check of Web shop, Mon, 23 Nov 2026')
    expect(lines).toContain('## Act now')
    expect(lines).toContain(
      '- [orders](<https://run.example/check/#/s/orders>), newly red since 03:12: 2 of 3 pods do not answer since 03:12',
    )
    expect(lines).toContain('    - acknowledged by Anna Weber 03:14, still red')
  })

  it('tells of each matter one line where it is short, and no link where there is no address', () => {
    const text = reportMarkdown(reportWith({ url: null }), { form: 'short', dialect: 'teams' })
    expect(text).toContain(
      '- **orders**, newly red since 03:12: 2 of 3 pods do not answer since 03:12; acknowledged by Anna Weber 03:14, still red\n',
    )
    expect(text).not.toContain('](')
  })

  it('says that nobody has signed', () => {
    expect(reportMarkdown(reportWith({ signed: null }), { form: 'short', dialect: 'webex' })).toContain(
      '\nNot signed.\n',
    )
  })

  it.each(OPTIONS)('$dialect, $form: counts what does not fit, and keeps every heading', (options) => {
    const sections = (['gaps', 'act', 'watch', 'recovered', 'open', 'watches'] as const).map((id) =>
      sectionOf(id, { heading: `heading ${id}`, rows: MANY, more: 20 }),
    )
    const text = reportMarkdown(reportWith({ sections }), options)
    expect(text.length).toBeLessThanOrEqual(options.form === 'short' ? 3000 : 40_000)
    const told = [...text.matchAll(/service-\d+/g)].length
    const hidden = [...text.matchAll(/and (\d+) more/g)].reduce((sum, [, n]) => sum + Number(n), 0)
    const known = options.form === 'long' ? sections.length * 320 : told + hidden
    expect(told + hidden).toBe(known)
  })

  it.each(OPTIONS.filter(({ form }) => form === 'long'))(
    '$dialect: has as many lines whatever is said',
    (options) => {
      const shape = (text: string): readonly string[] =>
        reportMarkdown(reportSaying(text), options)
          .split('\n')
          .map((line) => /^(?:#{1,2} |[-+>] |\d+\. | {4}- |• | {6}◦ |)/.exec(line)?.[0] ?? '')
      for (const text of HOSTILE) expect(shape(text)).toEqual(shape(text.replace(/.+/g, 'orders')))
    },
  )

  it('never ends a link of its own, and has no others', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...OPTIONS), (text, options) => {
        const written = reportMarkdown(reportSaying(text), options)
        const links = [...written.matchAll(/\]\(<([^>]*)>\)|(?<!\\)<(https?:[^|>]*)\|/g)]
        for (const [, markdown, slack] of links)
          expect(markdown ?? slack).toMatch(
            /^https:\/\/run\.example\/check\/#\/(?:check|s\/orders|t\/T-4KQ2M)$/,
          )
        expect(written.length).toBeLessThanOrEqual(options.form === 'short' ? 3000 : 40_000)
      }),
      { numRuns: 60 },
    )
  })
})

describe('handoverMarkdown', () => {
  it('begins with whose it is and what they say, and with what is left open', () => {
    const report = reportWith({
      sections: (['gaps', 'act', 'drifts', 'open', 'watches', 'silences'] as const).map((id) =>
        sectionOf(id, { heading: `the ${id}` }),
      ),
    })
    const handover = handoverOf(report, [], {
      by: 'Anna Weber',
      note: 'Watch billing.\nIts heap grows.',
      at: MORNING,
      board: 'shop',
    })
    const text = handoverMarkdown(handover, { form: 'long', dialect: 'wiki' })
    expect(text.split('\n').slice(0, 7)).toEqual([
      '# Handover of Anna Weber',
      '',
      'Web shop, Mon, 23 Nov 2026 08:55',
      '',
      '“Watch billing.”',
      '',
      '“Its heap grows.”',
    ])
    const order = [...text.matchAll(/^## the (\w+)/gm)].map(([, id]) => id)
    expect(order).toEqual(['open', 'watches', 'drifts', 'silences', 'gaps', 'act'])
  })
})
