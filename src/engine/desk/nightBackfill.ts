import type { Alarm } from '#src/domain/alert/alarm.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { AlertSource } from '#src/engine/sources/alertmanager/alertSource.ts'

/** So far back is asked for what began and ended while no browser was open. */
const WEEKEND: DurationMs = hours(72)
/** And no further where that failed: it may be more than the source tells at once. */
const NIGHT: DurationMs = hours(24)
/** A computer that slept longer than this has missed something. */
const SLEPT: DurationMs = minutes(10)
/** A source that failed is asked again this much later. */
const AGAIN_AFTER: DurationMs = minutes(10)

/** Alerts of the time in which nobody looked, as the fleet's Prometheus remembers them. */
export type NightBackfill = {
  /** Those that were found since the last call; asks where there is a gap. */
  episodes(fleet: Fleet, now: EpochMs): readonly Alarm[]
}

/** Nobody has looked yet: the first gap is the last three days. */
export function nightBackfill(alerts: AlertSource): NightBackfill {
  let lookedUntil: EpochMs | null = null
  let from: EpochMs | null = null
  let askAt: EpochMs = Number.NEGATIVE_INFINITY
  let asking = false
  let found: readonly Alarm[] = []

  const ask = async (since: EpochMs, now: EpochMs): Promise<void> => {
    asking = true
    const answer = await alerts.backfill(since, now)
    asking = false
    if (!answer.ok) {
      askAt = now + AGAIN_AFTER
      from = Math.max(since, now - NIGHT)
      return
    }
    found = [...found, ...answer.value]
    from = null
  }

  return {
    episodes({ sources }, now) {
      if (lookedUntil === null || now - lookedUntil > SLEPT)
        from ??= Math.max(lookedUntil ?? 0, now - WEEKEND)
      lookedUntil = now
      const canAsk = sources.prometheus !== null && sources.alertmanager !== null
      if (canAsk && from !== null && !asking && now >= askAt) void ask(from, now)
      const told = found
      found = []
      return told
    },
  }
}
