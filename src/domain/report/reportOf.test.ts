import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MorningCheck } from '#src/domain/check/morningCheck.ts'
import { figuresOf } from '#src/domain/statistics/figuresOf.ts'
import { hours, minutes } from '#src/domain/time/units.ts'
import { driftOf, sparkOf } from '#src/domain/wording/testing/sparkOf.ts'
import type { ReportSection, SectionId } from './checkReport.ts'
import { readReport } from './readCheckFile.ts'
import { reportJson } from './reportFile.ts'
import { reportHtml } from './reportHtml.ts'
import { reportMarkdown } from './reportMarkdown.ts'
import { reportOf } from './reportOf.ts'
import type { ReportExtra } from './reportSource.ts'
import { BAD_NIGHT, MARKS } from './testing/badNight.ts'
import { HOSTILE, hostileText } from './testing/hostileTexts.ts'
import { MORNING } from './testing/sampleReport.ts'

/** A day of memory that leaks since 22:10, with a gap while nobody watched. */
const SPARK = sparkOf({
  readAt: MORNING,
  from: MORNING - hours(24),
  step: hours(1),
  values: Float32Array.from({ length: 25 }, (_, i) =>
    i === 17 ? Number.NaN : (1200 + 90 * Math.max(0, i - 13)) * 2 ** 20,
  ),
  slope: driftOf({
    since: MORNING - hours(10) - minutes(45),
    from: MORNING - hours(10) - minutes(45),
    to: MORNING,
    perHour: 90 * 2 ** 20,
    ci: [80 * 2 ** 20, 99 * 2 ** 20],
    fromValue: 1200 * 2 ** 20,
    toValue: 2190 * 2 ** 20,
    reachedAt: MORNING + hours(21),
    reachedBetween: [MORNING + hours(19), MORNING + hours(24)],
  }),
  marks: [{ at: MORNING - hours(12), kind: 'restart', version: null }],
})

const EXTRA: ReportExtra = {
  signOff: {
    by: 'Anna Weber',
    at: MORNING + minutes(3),
    note: 'Quiet but for orders.\nSee you tomorrow.',
    marks: MARKS,
  },
  sparks: new Map([['catalog', SPARK]]),
  week: null,
  timeZone: 'Europe/Paris',
  url: 'https://run.example/check/#/check',
}

const report = reportOf(BAD_NIGHT, EXTRA)

const sectionIn = (
  id: SectionId,
  check: MorningCheck,
  extra: ReportExtra = EXTRA,
): ReportSection | undefined => reportOf(check, extra).sections.find((section) => section.id === id)

const linesIn = (id: SectionId, check: MorningCheck): readonly string[] =>
  (sectionIn(id, check)?.rows ?? []).flatMap(({ lines }) => lines)

const namesIn = (id: SectionId, check: MorningCheck): readonly string[] =>
  (sectionIn(id, check)?.rows ?? []).map(({ name }) => name)

describe('a bad night', () => {
  it('reads as this for a wiki', async () => {
    const text = reportMarkdown(report, { form: 'long', dialect: 'wiki' })
    await expect(text).toMatchFileSnapshot('./golden/badNight.md')
  })

  it('is this page', async () => {
    await expect(reportHtml(report)).toMatchFileSnapshot('./golden/badNight.html.txt')
  })

  it('is one message of Slack', async () => {
    const text = reportMarkdown(report, { form: 'short', dialect: 'slack' })
    await expect(text).toMatchFileSnapshot('./golden/badNight.slack.txt')
  })

  it('is read back from its file as it was', () => {
    expect(readReport(reportJson(report))).toEqual({ ok: true, value: report })
  })

  it('has everything that happened with its times', () => {
    expect(report.happenings.map(({ kind, service }) => `${kind} ${service ?? ''}`.trim())).toEqual([
      'deploy profile',
      'spell catalog',
      'gap',
      'spell billing',
      'ticket billing',
      'restart billing',
      'spell orders',
      'ticket orders',
      'spell search',
      'unseen stock',
    ])
  })
})

describe('reportOf', () => {
  it('says of nobody that they were well of whom nothing is known', () => {
    expect(namesIn('unknown', BAD_NIGHT)).toEqual(['newsletter'])
    expect(linesIn('partly', BAD_NIGHT)).toEqual(['cart: not seen for 12 min'])
    expect(namesIn('well', BAD_NIGHT)).toEqual(['accounts', 'mail', 'payments', 'shipping'])
  })

  it('tells that it was in trouble of an item that stands for something else', () => {
    const items = BAD_NIGHT.items
      .filter(({ service }) => service === 'search')
      .map((item) => Object.assign({}, item, { change: 'ticket' }))
    expect(namesIn('recovered', { ...BAD_NIGHT, items })).toEqual(['search'])
  })

  it('tells what is acknowledged and red, the oldest first', () => {
    const orders = BAD_NIGHT.items.filter(({ service }) => service === 'orders')
    const older = orders.map((item) =>
      Object.assign({}, item, { title: 'older', ackedRed: { at: MORNING - hours(9), by: 'Boris' } }),
    )
    expect(namesIn('acked', { ...BAD_NIGHT, items: [...orders, ...older] })).toEqual(['older', 'orders'])
  })

  it.each([
    { silences: { kind: 'none' }, intro: 'No Alertmanager belongs to this fleet.' },
    {
      silences: { kind: 'unknown', why: 'it does not answer' },
      intro: 'Silences are not known: it does not answer',
    },
    {
      silences: { kind: 'known', asOf: MORNING, silences: [] },
      intro: 'No silence in Alertmanager, as of 08:55.',
    },
  ] as const)('tells of silences: $silences.kind', ({ silences, intro }) => {
    expect(sectionIn('silences', { ...BAD_NIGHT, silences })).toMatchObject({ intro, rows: [] })
  })

  it('counts the marks that say nothing, and tells the others', () => {
    expect(sectionIn('marks', BAD_NIGHT)).toMatchObject({ intro: '3 matters looked at.', more: 0 })
    expect(linesIn('marks', BAD_NIGHT)).toEqual([
      'seen: Boris is on it, the database is out of connections',
      'watch until memory is flat',
    ])
    expect(sectionIn('marks', BAD_NIGHT, { ...EXTRA, signOff: null })).toBeUndefined()
  })

  it.each([
    { name: 'a clock that runs', state: 'running', line: 'TRS due 11:12' },
    { name: 'one that is paused', state: 'paused', line: 'TRS paused, 2 h 17 min left' },
  ] as const)('tells the clocks of open tickets: $name', ({ state, line }) => {
    const open = BAD_NIGHT.tickets.open.map(({ row, deeds }) => ({
      deeds,
      row: { ...row, trs: { ...row.trs, state, due: state === 'paused' ? null : row.trs.due } },
    }))
    const check = { ...BAD_NIGHT, tickets: { ...BAD_NIGHT.tickets, open } }
    expect(linesIn('open', check)).toContain(line)
  })

  it('tells the numbers of a week, of services only where there is more than that they were seen', () => {
    const calm = {
      name: 'cart',
      seenFor: hours(31),
      greenFor: hours(31),
      orangeFor: 0,
      redFor: 0,
      available: 1,
      redSpells: 0,
      deploys: 0,
      failedDeploys: 0,
      unseenDeploys: 0,
    }
    const orders = {
      ...calm,
      name: 'orders',
      redFor: hours(1),
      available: 30 / 31,
      redSpells: 2,
      deploys: 3,
      failedDeploys: 1,
    }
    const from = MORNING - hours(168)
    const watched = [{ from: MORNING - hours(31), to: MORNING }]
    const week = {
      seen: { from, to: MORNING, watched, services: [orders, calm], drifts: [] },
      tickets: {
        figures: figuresOf([]),
        breaches: { byTime: 0, byRequalification: 0 },
        excluded: { merged: 0, falsePositives: 0, drills: 0 },
      },
    }
    const section = sectionIn('week', BAD_NIGHT, { ...EXTRA, week })
    expect(section?.intro).toBe('seen 31 h of 168 h')
    expect(section?.rows.map(({ name, lines }) => [name, ...lines].join(' '))).toEqual(
      expect.arrayContaining([
        ' 1 service with no red and no deploy',
        'orders 96.7 % of 1 d 7 h seen not red, 2 times red, 3 deploys, 1 followed by red',
      ]),
    )
  })

  it('keeps no address that is none of the web, and nothing behind its #', () => {
    expect(report.url).toBe('https://run.example/check/')
    expect(reportOf(BAD_NIGHT, { ...EXTRA, url: 'file:///tmp/index.html' }).url).toBeNull()
  })

  it('counts what is more than a section holds', () => {
    const well = Array.from({ length: 1000 }, (_, i) => `service-${i}`)
    const section = sectionIn('well', { ...BAD_NIGHT, well })
    expect(section?.rows).toHaveLength(300)
    expect(section?.more).toBe(700)
  })

  it('draws a line in few points, with its gaps', () => {
    const values = Float32Array.from({ length: 700 }, (_, i) => (i > 300 && i < 400 ? Number.NaN : i))
    const sparks = new Map([['catalog', sparkOf({ values, slope: driftOf() })]])
    const spark = sectionIn('watch', BAD_NIGHT, { ...EXTRA, sparks })?.rows[1]?.spark
    expect(spark?.values.length).toBeLessThanOrEqual(96)
    expect(spark?.values).toContain(null)
    expect(spark?.drift).not.toBeNull()
  })
})

/** Where names and words of others stand in a check. */
const SAID = /^(?:name|title|service|text|by|note|comment|why|pod|version|assignee|code|unseenFor)$/

function saying(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return SAID.test(key) ? text : value
  if (Array.isArray(value))
    return value.map((one: unknown) => saying(one, text, key === 'well' ? 'name' : key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, saying(own, text, name)]))
}

const check = (text: string): void => {
  const night = saying(BAD_NIGHT, text) as MorningCheck
  const signOff = saying(EXTRA.signOff, text) as ReportExtra['signOff']
  const said = reportOf(night, { ...EXTRA, signOff })
  expect(readReport(reportJson(said))).toEqual({ ok: true, value: said })
}

/** A machine that is busy with other things may take its time. */
const PATIENCE = 60_000

it('makes a sound report whatever anybody is called or says', { timeout: PATIENCE }, () => {
  for (const text of [...HOSTILE, '', 'x'.repeat(5000)]) check(text)
  fc.assert(fc.property(hostileText, check), { numRuns: 15 })
})
