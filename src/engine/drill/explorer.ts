import { pinBook } from '#src/domain/explorer/pinBook.ts'
import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import { podFamiliesOf } from '#src/domain/explorer/podFamiliesOf.ts'
import { type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { DrillNotes } from './drill.ts'
import { wholePage } from './wholePage.ts'

type Pod = { readonly service: string; readonly pod: string }

/** A pod with pins: which of its pages was noted last, and when somebody looked at it last. */
type Pinned = Pod & { at: EpochMs; lookedAt: DurationMs }

/** Pins that nobody looked at for so long make room: their pods' pages are no longer read whole. */
const HELD_FOR: DurationMs = hours(24)

/** Metrics pages of the pods that somebody looks at, and the series that they drew as lines. */
export type Explorer = {
  /** Takes in the pages that pinned pods gave since the last call. */
  turn(watch: Watch): void
  /** Null of a pod that the fleet has not. */
  families(watch: Watch, of: Pod): PodFamilies | null
  /** False: there are too many pins already. Null of a pod that the fleet has not. */
  pin(watch: Watch, question: Extract<DrillQuestion, { readonly about: 'pin' }>): boolean | null
}

const NO_PAGES = { now: null, before: null }

const keyOf = ({ service, pod }: Pod): string => `${service}\n${pod}`

const factsOf = (watch: Watch, { service, pod }: Pod) => watch.services.get(service)?.pods.get(pod) ?? null

/** Nothing is pinned. `monotonic`: milliseconds of a clock that never jumps. */
export function explorer(
  { heard, lookedAt }: Pick<DrillNotes, 'heard' | 'lookedAt'>,
  monotonic: () => DurationMs,
): Explorer {
  const pins = pinBook()
  const noted = new Map<string, Pinned>()

  const pagesOf = (watch: Watch, of: Pod) => {
    const { now: newest, before } = heard.of(of.service, of.pod)?.pages ?? NO_PAGES
    const scrape = factsOf(watch, of)?.tracks.metrics?.lastReading?.value ?? null
    const { polling } = watch.fleet
    return {
      now: newest === null ? null : wholePage(newest, polling, scrape),
      before: before === null ? null : wholePage(before, polling, null),
    }
  }

  const noteNewest = (watch: Watch, of: Pinned): void => {
    const at = heard.of(of.service, of.pod)?.pages.now?.at ?? of.at
    if (at === of.at) return
    of.at = at
    const { now } = pagesOf(watch, of)
    if (now !== null) pins.note(of.service, of.pod, now.families, now.at)
  }

  const letGo = (of: Pod): void => {
    noted.delete(keyOf(of))
    lookedAt.hold(of.service, of.pod, false)
  }

  const isHeld = (watch: Watch, of: Pinned): boolean =>
    factsOf(watch, of) !== null && monotonic() - of.lookedAt <= HELD_FOR

  return {
    turn(watch) {
      if (noted.size === 0) return
      for (const of of noted.values()) {
        if (isHeld(watch, of)) noteNewest(watch, of)
        else letGo(of)
      }
      pins.keep((service, pod) => noted.has(keyOf({ service, pod })))
    },
    families(watch, of) {
      const facts = factsOf(watch, of)
      if (facts === null) return null
      const pinned = noted.get(keyOf(of))
      if (pinned !== undefined) pinned.lookedAt = monotonic()
      const { now, before } = pagesOf(watch, of)
      return podFamiliesOf(now, before, facts.signals?.signals ?? new Map(), pins.of(of.service, of.pod))
    },
    pin(watch, { service, pod, series, on }) {
      if (factsOf(watch, { service, pod }) === null) return null
      const key = keyOf({ service, pod })
      if (on && !pins.pin(service, pod, series)) return false
      if (!on) pins.unpin(service, pod, series)
      if (!pins.wants(service, pod)) letGo({ service, pod })
      else if (!noted.has(key))
        noted.set(key, { service, pod, at: Number.NEGATIVE_INFINITY, lookedAt: monotonic() })
      lookedAt.hold(service, pod, pins.wants(service, pod))
      return true
    },
  }
}
