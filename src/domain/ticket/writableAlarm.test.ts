import { expect, it } from 'vitest'
import type { Alarm } from '#src/domain/alert/alarm.ts'
import { alarmOf, alertOf, autoBoard } from './testing/autoBoard.ts'
import { after } from './testing/events.ts'

const LINK = { label: 'runbook', url: 'https://wiki.test/orders' }

// The board reads all that is written to it, and fails where it cannot.
it.each<{ name: string; alarm: Partial<Alarm>; written: object }>([
  { name: 'a title', alarm: { title: 'x'.repeat(300) }, written: { title: `${'x'.repeat(199)}…` } },
  {
    name: 'a description',
    alarm: { description: 'x'.repeat(5000) },
    written: { description: `${'x'.repeat(3999)}…` },
  },
  { name: 'a project', alarm: { project: 'x'.repeat(500) }, written: { project: `${'x'.repeat(119)}…` } },
  { name: 'a project without a name', alarm: { project: '' }, written: { project: null } },
  {
    name: 'links that are none',
    alarm: {
      links: [
        LINK,
        { label: 'query', url: 'http://prom.test/graph?g0.expr="up"' },
        { label: 'x', url: 'javascript:alert(1)' },
        { label: 'x', url: `https://x.test/${'x'.repeat(2000)}` },
        { label: 'x'.repeat(201), url: 'https://x.test' },
      ],
    },
    written: { links: [LINK] },
  },
])('a ticket is opened, and can be read, for an alarm with $name', ({ alarm, written }) => {
  const board = autoBoard()
  board.at(after(10), [alertOf('orders', 0, alarm), alarmOf('orders', 1, alarm)])
  expect(board.tickets()).toMatchObject([{ ...written, signals: [{}, {}] }])
})
