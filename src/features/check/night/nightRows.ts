import type { CheckItem, MorningCheck } from '#src/domain/check/morningCheck.ts'
import type { NightSpell, ServiceNight } from '#src/domain/night/night.ts'
import type { SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { type NightBand, nightBands, shareOf } from './nightBands.ts'

/** Something that happened at a moment, drawn as a shape over the row. */
export type NightMark = {
  readonly kind: 'deploy' | 'restart' | 'ticket' | 'breach'
  readonly moment: EpochMs
  /** Where it lies, as a share of the night. */
  readonly at: number
  /** The version, the pod, or the code of the ticket. */
  readonly of: string
}

/** A row of the timeline: one matter that had anything. */
export type NightRow = {
  readonly item: CheckItem
  readonly bands: readonly NightBand[]
  /** Oldest first. */
  readonly marks: readonly NightMark[]
  /** Where a row leads without a place on it: when its gravest trouble began; null where it had none. */
  readonly trouble: EpochMs | null
}

const inNight = (at: EpochMs, { from, to }: SeenSpan): boolean => at >= from && at <= to

function marksOf({ night, tickets }: CheckItem, span: SeenSpan): readonly NightMark[] {
  const mark = (kind: NightMark['kind'], moment: EpochMs, of: string): NightMark => ({
    kind,
    moment,
    at: shareOf(moment, span),
    of,
  })
  const marks = [
    ...(night?.restarts ?? []).map(({ at, pod }) => mark('restart', at, pod)),
    ...(night?.deploys ?? []).map(({ at, version }) => mark('deploy', at, version ?? '')),
    ...tickets.map(({ row }) => mark('ticket', row.openedAt, row.code)),
    ...tickets.flatMap(({ row }) => row.breaches.map(({ at }) => mark('breach', at, row.code))),
  ]
  return marks.filter(({ moment }) => inNight(moment, span)).toSorted((a, b) => a.moment - b.moment)
}

const weight = ({ light, redFor, seenFor }: NightSpell): number =>
  (light === 'red' ? 1e15 : 0) + redFor * 2 + seenFor

/** When the gravest spell began; of equal ones the last. */
function troubleOf(spells: readonly NightSpell[]): EpochMs | null {
  const [worst] = spells.toReversed().toSorted((a, b) => weight(b) - weight(a))
  return worst?.from ?? null
}

const hadAnything = ({ spells, unseen, deploys, restarts }: ServiceNight): boolean =>
  spells.length + unseen.length + deploys.length + restarts.length > 0

const isTroubled = (light: Light | null): boolean => light !== null && light !== 'green'

/** The matters of a check that have a row: services that had anything, and tickets that something happened to. */
export function nightRows({ items, night }: Pick<MorningCheck, 'items' | 'night'>): readonly NightRow[] {
  return items.flatMap((item) => {
    const marks = marksOf(item, night)
    const its = item.night
    if (!isTroubled(item.light) && marks.length === 0 && (its === null || !hadAnything(its))) return []
    const bands = its === null ? [] : nightBands(its.stretches, night)
    return [{ item, bands, marks, trouble: its === null ? null : troubleOf(its.spells) }]
  })
}

/** The moment under a place of the timeline, to the minute: nobody aims at a second. */
export function momentAt(share: number, { from, to }: SeenSpan): EpochMs {
  const at = from + Math.min(1, Math.max(0, share)) * (to - from)
  return Math.min(to, Math.max(from, Math.round(at / 60_000) * 60_000))
}
