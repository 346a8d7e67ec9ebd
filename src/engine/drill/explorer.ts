import { pinBook } from '#src/domain/explorer/pinBook.ts'
import type { PodFamilies } from '#src/domain/explorer/podFamilies.ts'
import { podFamiliesOf } from '#src/domain/explorer/podFamiliesOf.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { Watch } from '#src/domain/watch/watch.ts'
import type { DrillQuestion } from '#src/engine/drillProtocol.ts'
import type { DrillNotes } from './drill.ts'
import { wholePage } from './wholePage.ts'

type Pod = { readonly service: string; readonly pod: string }

/** Metrics pages of the pods that somebody looks at, and the series that they drew as lines. */
export type Explorer = {
  /** Takes in the pages that pinned pods gave since the last call. */
  turn(watch: Watch): void
  /** Null of a pod that the fleet has not. */
  families(watch: Watch, of: Pod): PodFamilies | null
  /** False: there are too many pins already. Null of a pod that the fleet has not. */
  pin(watch: Watch, question: Extract<DrillQuestion, { readonly about: 'pin' }>): boolean | null
}

/** Nothing is pinned. */
export function explorer({ heard, lookedAt }: DrillNotes): Explorer {
  const pins = pinBook()
  /** Of each pod with pins: which of its pages was noted last. */
  const noted = new Map<string, Pod & { at: EpochMs }>()

  const factsOf = (watch: Watch, { service, pod }: Pod) => watch.services.get(service)?.pods.get(pod) ?? null

  const pagesOf = (watch: Watch, of: Pod) => {
    const known = heard.of(of.service, of.pod)
    const newest = known?.answers.get('metrics') ?? null
    const before = known?.pageBefore ?? null
    const scrape = factsOf(watch, of)?.tracks.metrics?.lastReading?.value ?? null
    const { polling } = watch.fleet
    return {
      now: newest === null ? null : wholePage(newest, polling, scrape),
      before: before === null ? null : wholePage(before, polling, null),
    }
  }

  const noteNewest = (watch: Watch, of: Pod & { at: EpochMs }): void => {
    const at = heard.of(of.service, of.pod)?.answers.get('metrics')?.at ?? of.at
    if (at === of.at) return
    of.at = at
    const { now } = pagesOf(watch, of)
    if (now !== null) pins.note(of.service, of.pod, now.families, now.at)
  }

  const letGo = (key: string, { service, pod }: Pod): void => {
    noted.delete(key)
    lookedAt.hold(service, pod, false)
  }

  return {
    turn(watch) {
      for (const [key, of] of noted) {
        if (factsOf(watch, of) !== null) noteNewest(watch, of)
        else letGo(key, of)
      }
      if (noted.size > 0) pins.keep((service, pod) => factsOf(watch, { service, pod }) !== null)
    },
    families(watch, of) {
      const facts = factsOf(watch, of)
      if (facts === null) return null
      const { now, before } = pagesOf(watch, of)
      return podFamiliesOf(now, before, facts.signals?.signals ?? new Map(), pins.of(of.service, of.pod))
    },
    pin(watch, { service, pod, series, on }) {
      if (factsOf(watch, { service, pod }) === null) return null
      const key = `${service}\n${pod}`
      if (on && !pins.pin(service, pod, series)) return false
      if (!on) pins.unpin(service, pod, series)
      if (!pins.wants(service, pod)) letGo(key, { service, pod })
      else if (!noted.has(key)) noted.set(key, { service, pod, at: Number.NEGATIVE_INFINITY })
      lookedAt.hold(service, pod, pins.wants(service, pod))
      return true
    },
  }
}
