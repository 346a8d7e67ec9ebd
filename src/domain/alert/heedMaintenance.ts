import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { ServiceTickets } from '#src/domain/fleet/ticketSettings.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Alarm } from './alarm.ts'

type Agreed = ServiceTickets['maintenance']

/** When the agreed work is over that a moment lies in; the moment itself where it lies in none. */
function afterWork(agreed: Agreed, at: EpochMs): EpochMs {
  let end = at
  for (const { from, to } of agreed.toSorted((a, b) => a.from - b.from)) if (from <= end && end < to) end = to
  return end
}

function heed(alarm: Alarm, agreed: Agreed, now: EpochMs): Alarm {
  const { state, since, detectedAt, began } = alarm
  if (began !== undefined) return { ...alarm, began: afterWork(agreed, began) }
  if (state !== 'firing') return alarm
  if (afterWork(agreed, now) > now) return { ...alarm, state: 'unknown' }
  const counts = afterWork(agreed, since)
  return counts === since ? alarm : { ...alarm, since: counts, detectedAt: Math.max(counts, detectedAt) }
}

/**
 * Alarms with what was agreed on for their services: while work goes on nothing fires, whoever tells of it (that it is
 * well again counts). What began in it and is still not well counts from when the work was to be over, and what was over
 * by then is no episode: no clock runs in agreed work.
 */
export function heedMaintenance(
  alarms: readonly Alarm[],
  { services }: Pick<Fleet, 'services'>,
  now: EpochMs,
): readonly Alarm[] {
  const agreed = new Map(
    services.flatMap(({ name, tickets }) =>
      tickets.maintenance.length === 0 ? [] : [[name, tickets.maintenance] as const],
    ),
  )
  if (agreed.size === 0) return alarms
  return alarms.map((alarm) => {
    const own = alarm.service === null ? undefined : agreed.get(alarm.service)
    return own === undefined ? alarm : heed(alarm, own, now)
  })
}
