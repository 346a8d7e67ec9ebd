import type { Family } from '#src/domain/exposition/familyGrouping.ts'
import { lineOf, type RecentSeries, record, recentSeries } from '#src/domain/series/recentSeries.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import { countsUp } from '#src/domain/exposition/countsUp.ts'
import type { PinnedSeries } from './podFamilies.ts'
import { riseOf, secondsBetween } from './riseOf.ts'
import { nameOfId, seriesId } from './seriesId.ts'

const STEP: DurationMs = minutes(2)
const KEPT: DurationMs = hours(24)

/** Each costs 3 KB, and its pod's pages are read whole for as long as it is pinned. */
const MOST_PINS = 20

/** No series that was told has a longer one. */
const LONGEST_ID = 1100

type Pin = {
  readonly id: string
  readonly name: string
  readonly ring: RecentSeries
  isRate: boolean
  /** Where it stood on the page before, which is nearly always where it stands on the next one. */
  place: number
  last: { readonly at: EpochMs; readonly value: number } | null
}

/** The series of all pods that somebody wants to see as lines. */
export type PinBook = {
  /** False: 20 are pinned in the fleet already, or that is no series. */
  pin(service: string, pod: string, id: string): boolean
  unpin(service: string, pod: string, id: string): void
  /** Whether a series of the pod is pinned, so that its next page has to be read whole. */
  wants(service: string, pod: string): boolean
  /** Takes the pinned series' values out of a page that was read whole and asked for at `at`. */
  note(service: string, pod: string, families: readonly Family[], at: EpochMs): void
  /** The pinned series of a pod in the order in which they were pinned; without values until a page was noted. */
  of(service: string, pod: string): readonly PinnedSeries[]
  /** Forgets all pods but these. */
  keep(isKept: (service: string, pod: string) => boolean): void
}

const keyOf = (service: string, pod: string): string => `${service}\n${pod}`

const newPin = (id: string): Pin => ({
  id,
  name: nameOfId(id),
  ring: recentSeries(KEPT / STEP, STEP),
  isRate: false,
  place: 0,
  last: null,
})

/** The value of a pinned series on a page, where its family has it; null otherwise. */
function valueIn(pin: Pin, { samples }: Family): number | null {
  const same = samples[pin.place]
  if (same !== undefined && same.name === pin.name && seriesId(same) === pin.id) return same.value
  const place = samples.findIndex((sample) => sample.name === pin.name && seriesId(sample) === pin.id)
  if (place < 0) return null
  pin.place = place
  return samples[place]?.value ?? null
}

function noteValue(pin: Pin, isRate: boolean, value: number, at: EpochMs): void {
  const { last } = pin
  pin.last = { at, value }
  pin.isRate = isRate
  if (!isRate) {
    if (Number.isFinite(value)) record(pin.ring, at, value)
    return
  }
  const seconds = secondsBetween(last?.at ?? null, at)
  const rise = last === null || seconds === null ? null : riseOf(last.value, value, seconds)
  if (rise !== null) record(pin.ring, at, rise)
}

function notePin(pin: Pin, families: readonly Family[], at: EpochMs): void {
  for (const family of families) {
    // A sample is named as its family, or as that and a form behind it.
    if (!pin.name.startsWith(family.name)) continue
    const value = valueIn(pin, family)
    if (value === null) continue
    noteValue(pin, countsUp(family.type, pin.name), value, at)
    return
  }
}

const lineOfPin = ({ id, isRate, ring }: Pin): PinnedSeries => {
  const line = lineOf(ring)
  return { id, isRate, from: line?.from ?? 0, step: STEP, values: line?.values ?? new Float32Array(0) }
}

/**
 * A book of pinned series: of each the last 24 hours in steps of two minutes, counters as their rise a second (a drop is a
 * reset), gaps as gaps. At most 20 over the whole fleet.
 */
export function pinBook(): PinBook {
  const pods = new Map<string, Map<string, Pin>>()
  const count = (): number => [...pods.values()].reduce((sum, pins) => sum + pins.size, 0)
  const pinsOf = (service: string, pod: string) => pods.get(keyOf(service, pod))

  return {
    pin(service, pod, id) {
      const known = pinsOf(service, pod)
      if (known?.has(id) === true) return true
      if (id === '' || id.length > LONGEST_ID || count() >= MOST_PINS) return false
      if (known === undefined) pods.set(keyOf(service, pod), new Map([[id, newPin(id)]]))
      else known.set(id, newPin(id))
      return true
    },
    unpin(service, pod, id) {
      const known = pinsOf(service, pod)
      known?.delete(id)
      if (known?.size === 0) pods.delete(keyOf(service, pod))
    },
    wants: (service, pod) => pinsOf(service, pod) !== undefined,
    note(service, pod, families, at) {
      for (const pin of pinsOf(service, pod)?.values() ?? []) notePin(pin, families, at)
    },
    of: (service, pod) => Array.from(pinsOf(service, pod)?.values() ?? [], lineOfPin),
    keep(isKept) {
      for (const key of pods.keys()) {
        const [service = '', pod = ''] = key.split('\n')
        if (!isKept(service, pod)) pods.delete(key)
      }
    },
  }
}
