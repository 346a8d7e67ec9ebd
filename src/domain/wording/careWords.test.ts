import { expect, it } from 'vitest'
import type { ExitPoint } from '#src/domain/ticket/hypercareExit.ts'
import { days } from '#src/domain/time/units.ts'
import { exitSentence, metWord } from './careWords.ts'

const NOW = Date.UTC(2026, 10, 21, 18)

const rows: readonly (readonly [point: ExitPoint, said: string, met: string])[] = [
  [{ kind: 'none-urgent', met: true, open: 0 }, 'no P1 or P2 is open', 'met'],
  [{ kind: 'none-urgent', met: false, open: 1 }, 'no P1 or P2 is open: 1 is', 'not yet'],
  [{ kind: 'quiet', met: false, since: null, need: days(5) }, 'there was no P1 or P2 for 5 d', 'not yet'],
  [
    { kind: 'quiet', met: true, since: NOW - days(6), need: days(5) },
    'there was no P1 or P2 for 5 d: none since Sun 18:00',
    'met',
  ],
  [
    { kind: 'inflow', met: null, lastWeek: 2, usualWeek: null },
    'no more tickets come than before: 2 in the last week, too little is known of those before',
    'not known here',
  ],
  [
    { kind: 'inflow', met: true, lastWeek: 1, usualWeek: 1.5 },
    'no more tickets come than before: 1 in the last week, usually 1.5',
    'met',
  ],
  [{ kind: 'runbooks', met: true, missing: [] }, 'every service has a runbook', 'met'],
  [
    { kind: 'runbooks', met: false, missing: ['mail'] },
    'every service has a runbook: mail has none',
    'not yet',
  ],
  [{ kind: 'owner', met: null }, 'whoever is responsible for it agrees', 'not known here'],
]

it.each(rows)('%o is said as “%s” (%s)', (point, said, met) => {
  expect([exitSentence(point, NOW, 'UTC'), metWord(point)]).toEqual([said, met])
})
