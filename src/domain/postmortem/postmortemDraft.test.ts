import { describe, expect, it } from 'vitest'
import {
  ack,
  assign,
  green,
  pause,
  red,
  reopen,
  requalify,
  resolve,
} from '#src/domain/ticket/testing/deeds.ts'
import { after, eventOf, openedWith, ticketOf } from '#src/domain/ticket/testing/events.ts'
import { chartPin, logPin } from '#src/domain/ticket/testing/pins.ts'
import { postmortemDraft } from './postmortemDraft.ts'

const VIEW = { timeZone: 'Europe/Paris', now: after(400) }

const OPENED = openedWith({
  detectedAt: after(2),
  evidence: {
    light: 'red',
    at: after(2),
    reasons: ['3 of 3 pods refuse connections'],
    pods: '3 of 3 pods red',
    version: '1.2.3',
    lines: [],
  },
})

const STORY = ticketOf(
  OPENED,
  assign('anna', 7),
  ack(8, 'boris'),
  red(10, 'check|billing'),
  requalify(1, 20),
  pause(30, 40),
  eventOf('commented', { text: 'the pool of connections is full' }, { at: after(50) }),
  green(300),
  green(301, 'check|billing'),
  resolve(310, 300),
  eventOf(
    'postmortem',
    {
      whys: [{ answer: 'the pool was sized for half the load', evidence: 'pool_active = pool_max' }],
      markdown: '',
    },
    { at: after(320) },
  ),
)

/** As it was read and approved of. */
const REVIEWED = `# Post-mortem T-T1: orders: all pods failing

> Drafted from the log of the ticket. It is about systems and decisions, not about people: write what the system let happen, and no names among the causes. What stands in italics is to be filled in.

## Summary

P1 of orders: “orders: all pods failing”.
It began 2026-11-21 19:00 Europe/Paris, acknowledged after 7 min, restored after 5 h.
Resolved with the words: “rolled back”.

## Impact

- From 2026-11-21 19:00 Europe/Paris to 2026-11-22 00:00 Europe/Paris: 5 h.
- Services: orders.
- _Who was affected: how many, and what could they not do?_

## Detection

- It was opened by a check of this dashboard: 3 of 3 pods are out.
- Time to detect: 2 min.
- _Could it have been seen earlier? By what?_

## Timeline

| UTC | Europe/Paris | What happened |
| --- | --- | --- |
| 2026-11-21 18:00:00 | 2026-11-21 19:00:00 | The failure began |
| 2026-11-21 18:02:00 | 2026-11-21 19:02:00 | Seen, and opened by a check of this dashboard as P2 |
| 2026-11-21 18:07:00 | 2026-11-21 19:07:00 | Acknowledged |
| 2026-11-21 18:08:00 | 2026-11-21 19:08:00 | One more person was on it |
| 2026-11-21 18:10:00 | 2026-11-21 19:10:00 | Joined by: red |
| 2026-11-21 18:20:00 | 2026-11-21 19:20:00 | P2 became P1: “seen” |
| 2026-11-21 18:30:00 | 2026-11-21 19:30:00 | Clock paused, waiting for a third party |
| 2026-11-21 18:50:00 | 2026-11-21 19:50:00 | Note: “the pool of connections is full” |
| 2026-11-21 22:10:00 | 2026-11-21 23:10:00 | TRS of a P1 was breached |
| 2026-11-21 23:00:00 | 2026-11-22 00:00:00 | The service was restored |
| 2026-11-21 23:00:00 | 2026-11-22 00:00:00 | Well again: orders: all pods failing |
| 2026-11-21 23:01:00 | 2026-11-22 00:01:00 | Well again: red |
| 2026-11-21 23:10:00 | 2026-11-22 00:10:00 | Resolved: “rolled back” |

## Causes

### Trigger

- Seen when it was opened: 3 of 3 pods refuse connections
- Version at that time: 1.2.3
- _What changed right before it: a deploy, load, a dependency, data?_

### Root cause

- As the five whys have it: the pool was sized for half the load

### Contributing factors

- red (orders) failed with it
- Work on it stood still: waiting for a third party
- _What made it worse, or last longer?_

## Five whys

| # | Why | What shows it |
| --- | --- | --- |
| 1 | the pool was sized for half the load | pool_active = pool_max |
| 2 |  |  |
| 3 |  |  |
| 4 |  |  |
| 5 |  |  |

## What went well

- TTA was 7 min, of 30 min agreed.
- _What else helped?_

## What went badly

- TRS was 4 h 50 min: more than the 4 h agreed.
- _What else was in the way?_

## Where we were lucky

- _What could have made it worse, and did not?_

## Actions

| Action | Kind | Owner | Due | Link |
| --- | --- | --- | --- | --- |
|  | prevent |  |  |  |
|  | detect |  |  |  |
|  | mitigate |  |  |  |
|  | process |  |  |  |

## Follow-up

Look at the actions again on 2026-12-06.
`

const headingsOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.startsWith('#'))

describe('postmortemDraft', () => {
  it('tells the story of a ticket', () => {
    expect(postmortemDraft(STORY, VIEW)).toBe(REVIEWED)
  })

  it('names nobody', () => {
    expect(postmortemDraft(STORY, VIEW)).not.toMatch(/anna|boris|auto\b/i)
  })

  it.each([
    [
      'while it goes on',
      [ack(10)],
      /not restored as of 2026-11-22 01:40 Europe\/Paris\.[^]*and it goes on\./,
    ],
    [
      'that nobody acknowledged',
      [green(20), resolve(20, 20, 'auto')],
      /well again before anybody acknowledged it/,
    ],
    [
      'that came back',
      [ack(10), resolve(60), reopen(70), resolve(90, 90, 'anna', 'x')],
      /It came back 1 time before it was over/,
    ],
    ['that was well in between', [ack(10), resolve(60), reopen(70)], /Well again in between for 10 min\./],
    [
      'that was raised too late',
      [ack(1), requalify(1, 300)],
      /TRS of a P1 was past its limit when it became one/,
    ],
  ])('of one %s says so', (_, events, expected) => {
    expect(postmortemDraft(ticketOf(...events), VIEW)).toMatch(expected)
  })

  it('lets no field of the ticket mark up', () => {
    const evil = '# x\n## y\n- [a](javascript:b) <script>alert(1)</script> ![i](http://e.vil) | c | *d*'
    const whys = Array.from({ length: 5 }, () => ({ answer: evil, evidence: evil }))
    const ticket = ticketOf(
      openedWith({
        title: evil.slice(0, 190),
        service: evil,
        why: evil,
        evidence: { light: 'red', at: after(0), reasons: [evil], pods: evil, version: evil, lines: [] },
      }),
      ack(1),
      eventOf('commented', { text: evil }, { at: after(2) }),
      eventOf('requalified', { from: 2, to: 3, reason: evil }, { at: after(3) }),
      eventOf('paused', { reason: 'third-party', note: evil, until: null }, { at: after(4) }),
      eventOf(
        'signal_added',
        { key: 'k', service: evil, title: evil.slice(0, 190), since: after(5) },
        { at: after(5) },
      ),
      eventOf('external_ack', { by: 'x', known: false, comment: evil, silence: 's' }, { at: after(6) }),
      eventOf('postmortem', { whys, markdown: '' }, { at: after(7) }),
      eventOf('resolved', { restoredAt: after(8), note: evil, cause: 'incident' }, { at: after(8) }),
      eventOf('reopened', { reason: evil }, { at: after(9) }),
    )
    const draft = postmortemDraft(ticket, VIEW)
    expect(headingsOf(draft).slice(1)).toEqual(headingsOf(REVIEWED).slice(1))
    const unescaped = draft.replaceAll(/\\./g, '')
    expect(unescaped).not.toMatch(/[<[\]`*]|:\/\//)
    for (const line of unescaped.split('\n').filter((each) => each.startsWith('|'))) {
      expect([4, 6]).toContain(line.split('|').length - 1)
    }
  })
})

describe('what was pinned', () => {
  const pins = [chartPin(), logPin({ text: '[x](http://e.vil) | *loud*', link: '' })]
  const ticket = ticketOf(
    OPENED,
    eventOf('postmortem', {
      whys: [
        { answer: 'it grew', evidence: '' },
        { answer: 'a leak', evidence: '', pins },
      ],
      markdown: '',
    }),
  )
  const table = '| 5 |  |  |\n\nWhat was pinned to why 2:\n\n'
  const log = String.raw`- Log: \[x\](http:\/\/e.vil) \| \*loud\*`

  it('is told under the five whys, with its address behind the page where that is not known', () => {
    const chart =
      '- Chart: memory of orders-2: 3.1 GiB at 14:20 `#/s/orders/p/orders-2?layer=resources&signal=memory`'
    expect(postmortemDraft(ticket, VIEW)).toContain(`${table}${chart}\n${log}\n\n## What went well`)
  })

  it('leads to its view where it is', () => {
    const page = 'https://run.example/'
    const link = '[the view](<https://run.example/#/s/orders/p/orders-2?layer=resources&signal=memory>)'
    expect(postmortemDraft(ticket, { ...VIEW, page })).toContain(`at 14:20 ${link}\n${log}\n`)
  })
})
