import * as v from 'valibot'
import { CLOCK, DATE, describe, MOMENT, NAME, ZONE } from './fieldShapes.ts'
import { parseDuration } from '#src/domain/time/parseDuration.ts'
import { days } from '#src/domain/time/units.ts'
import { DURATION_TEXT } from './thresholdsFile.ts'

/* What may be written under "rota". A message is a key of `expectations.ts`, where the words for a person are. */

const isWholeDays = (text: string): boolean => {
  const turn = parseDuration(text)
  return turn !== null && turn >= days(1) && turn % days(1) === 0
}

const SWAP = v.object(
  {
    from: describe(MOMENT, 'A day (from its handover on), or a moment.'),
    to: describe(MOMENT, 'As from; a day alone is meant until the handover after it.'),
    who: NAME,
  },
  'object',
)

/** Who is on RUN duty, one after another. */
export const ROTA = v.object(
  {
    timeZone: v.optional(describe(ZONE, "An IANA name; left out: that of morning, or the viewer's own.")),
    from: describe(DATE, 'A date on which the first of the people begins.'),
    handover: v.optional(describe(CLOCK, 'When one hands over to the next; 09:00 when left out.')),
    turn: v.optional(
      describe(
        v.pipe(DURATION_TEXT, v.check(isWholeDays, 'turn')),
        'How long one has it, in whole days; 7d when left out.',
      ),
    ),
    people: describe(v.pipe(v.array(NAME, 'array'), v.minLength(1, 'rotaPeople')), 'In their order.'),
    swaps: v.optional(
      describe(v.array(SWAP, 'array'), 'Who has it for a while instead; the last that applies counts.'),
    ),
  },
  'object',
)
