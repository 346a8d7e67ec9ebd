import { expect, it } from 'vitest'
import { ack, requalify, resolve } from '#src/domain/ticket/testing/deeds.ts'
import { after, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import { statisticsCsv } from './statisticsCsv.ts'
import { statisticsOf } from './statisticsOf.ts'
import { ticketsCsv } from './ticketsCsv.ts'

const cellsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))

/** A line of CSV by the names of its columns. */
function named(csv: string, line = 1): Readonly<Record<string, string>> {
  const lines = cellsOf(csv)
  return Object.fromEntries((lines[0] ?? []).map((name, i) => [name, lines[line]?.[i] ?? '']))
}

const TICKET = ticketOf(
  openedWith({ title: '=cmd|calc', project: 'web', detectedAt: after(2) }),
  ack(10),
  requalify(1, 300),
  resolve(330, 320),
)

it('tells of every ticket what its clocks showed', () => {
  expect(named(ticketsCsv([TICKET], after(400)))).toMatchObject({
    code: 'T-T1',
    title: "'=cmd|calc",
    service: 'orders',
    project: 'web',
    priority: 'P1',
    'opened as': 'P2',
    state: 'resolved',
    was: 'an incident',
    'began UTC': '2026-11-21T18:00:00Z',
    'seen UTC': '2026-11-21T18:02:00Z',
    'acknowledged UTC': '2026-11-21T18:10:00Z',
    'restored UTC': '2026-11-21T23:20:00Z',
    'TTA min': '10',
    'TRS min': '320',
    'TRS by the wall min': '320',
    'TTA breaches': '0',
    'TRS breaches': '1',
    'of them by requalification': '1',
    'came back': '0',
  })
})

it('leaves empty what has not ended, puts the newest first, and names no person', () => {
  const open = ticketOf(openedWith({ openedAt: after(500) }), ack(510, 'boris'))
  const csv = ticketsCsv([TICKET, open], after(520))
  expect(named(csv)).toMatchObject({ state: 'acknowledged', was: '', 'restored UTC': '', 'TRS min': '' })
  expect(named(csv, 2)).toMatchObject({ state: 'resolved' })
  expect(csv).not.toMatch(/anna|boris/)
})

it('tells the figures line by line: of all projects, then of each', () => {
  const csv = statisticsCsv(statisticsOf([TICKET], 'Europe/Paris', after(400)))
  expect(cellsOf(csv).map((cells) => cells.slice(0, 4))).toEqual([
    ['project', 'month', 'priority', 'tickets'],
    ...['all', 'web'].flatMap((project) =>
      ['all', '2026-11'].flatMap((month) => ['all', 'P1'].map((priority) => [project, month, priority, '1'])),
    ),
  ])
  expect(named(csv)).toMatchObject({
    'TTA n': '1',
    'TTA median min': '10',
    'TTA p90 min': '',
    'TTA kept': '1',
    'TRS judged': '0',
    'TRS raised too late': '1',
    'breaches by requalification': '1',
    open: '0',
    'oldest open since': '',
  })
})
