import * as v from 'valibot'
import { days, type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { joinLights, type LightChange, lightStretches, MOST_CHANGES, withLight } from './lightStretches.ts'
import { type RedSpell, redSpells } from './redSpells.ts'
import { clipSpans, joinSpans, type SeenSpan, withMoment } from './seenSpans.ts'

/**
 * Which light each service had when, and when anybody watched: 28 days of it, at most 500 changes a service. A browser that
 * is closed for a night notes nothing; what happened then is not made up.
 */
export type LightBook = {
  /**
   * Takes in the light that a service has at `at`. To be told whenever a service is judged, also where nothing changed and
   * where it is grey, as all are while the dashboard is blind: only changes take room.
   */
  note(service: string, light: Light, at: EpochMs): void
  /** Somebody watches at `at`. Costs nothing to speak of. */
  noteSeen(at: EpochMs): void
  /** Oldest first. A light is told again where nobody watched in between. */
  changes(service: string): readonly LightChange[]
  /** See `redSpells`. */
  spells(service: string, from: EpochMs, to: EpochMs): readonly RedSpell[]
  /** When within `[from, to]` the service could be seen: somebody watched, and it was not grey. Oldest first. */
  observed(service: string, from: EpochMs, to: EpochMs): readonly SeenSpan[]
  /** The first word on a service that is still known; null without any. */
  watchedSince(service: string): EpochMs | null
  /** Services that are not kept are not watched any more from `at` on; what is known of them goes with its age. */
  forgetOthers(isKept: (service: string) => boolean, at: EpochMs): void
  /** Another number than before: something was noted since; that somebody still watches counts every five minutes. */
  revision(): number
  /** All that is known, as a value that JSON can hold. */
  save(): unknown
  /**
   * Adds what `save` gave, here or elsewhere. Where two accounts differ the one counts that saw more, then the one that saw
   * worse. False, and nothing is taken, for any other value.
   */
  load(saved: unknown): boolean
}

const KEPT_FOR: DurationMs = days(28)

/** Most services: of more, the one whose light changed longest ago goes. */
const MOST_SERVICES = 5000

/** How much of "somebody watches" a crash may cost: less than counts as a gap. */
const BEAT: DurationMs = minutes(5)

/** By a clock that has not gone on for so long nothing is dropped: it may have leapt. What is too old waits as long. */
const BELIEVED_AFTER: DurationMs = hours(1)

const LAYOUT = 1

const LETTERS: Readonly<Record<Light, string>> = { red: 'r', orange: 'o', green: 'g', unknown: 'u' }
const LIGHTS: ReadonlyMap<string, Light> = new Map<string, Light>([
  ['r', 'red'],
  ['o', 'orange'],
  ['g', 'green'],
  ['u', 'unknown'],
])

const TIME = v.pipe(v.number(), v.integer())

const SAVED = v.object({
  layout: v.literal(LAYOUT),
  seen: v.pipe(
    v.array(v.tuple([TIME, TIME])),
    v.maxLength(5000),
    v.check((spans) => spans.every(([from, to]) => from <= to)),
  ),
  services: v.pipe(
    v.array(
      v.pipe(
        v.object({
          service: v.string(),
          at: v.pipe(v.array(TIME), v.maxLength(MOST_CHANGES)),
          lights: v.pipe(v.string(), v.regex(/^[rogu]*$/)),
        }),
        v.check(({ at, lights }) => at.length === lights.length),
        v.check(({ at }) => at.every((t, i) => t > (at[i - 1] ?? Number.NEGATIVE_INFINITY))),
      ),
    ),
    v.maxLength(MOST_SERVICES),
  ),
})

type Saved = v.InferOutput<typeof SAVED>

const changesOf = ({ at, lights }: Saved['services'][number]): readonly LightChange[] =>
  at.map((t, i) => ({ at: t, light: LIGHTS.get(lights.charAt(i)) ?? 'unknown' }))

/** What is left of a service's changes when nothing before `from` counts any more. */
function since(
  changes: readonly LightChange[],
  seen: readonly SeenSpan[],
  from: EpochMs,
): readonly LightChange[] {
  const left = lightStretches(changes, seen).flatMap((stretch, i): LightChange[] => {
    const change = changes[i]
    return change === undefined || stretch.to <= from ? [] : [{ ...change, at: Math.max(change.at, from) }]
  })
  return left.every(({ at, light }) => light === 'unknown' && at <= from) ? [] : left
}

/** A book in which nothing is written. */
export function lightBook(): LightBook {
  let seen: readonly SeenSpan[] = []
  const services = new Map<string, readonly LightChange[]>()
  let revision = 0
  let toldAt: EpochMs = Number.NEGATIVE_INFINITY

  const set = (service: string, changes: readonly LightChange[]): void => {
    revision++
    services.delete(service)
    if (changes.length > 0) services.set(service, changes)
    for (const oldest of services.keys()) {
      if (services.size <= MOST_SERVICES) return
      services.delete(oldest)
    }
  }
  const dropOld = (from: EpochMs): void => {
    for (const [service, changes] of services) {
      const left = since(changes, seen, from)
      if (left.length === 0) services.delete(service)
      else services.set(service, left)
    }
    seen = clipSpans(seen, { from, to: Infinity })
    revision++
  }
  const noteSeen = (time: EpochMs): void => {
    if (!Number.isFinite(time)) return
    const at = Math.floor(time)
    seen = withMoment(seen, at)
    if (Math.abs(at - toldAt) >= BEAT) {
      revision++
      toldAt = at
    }
    const [first, last] = [seen[0], seen.at(-1)]
    if (first === undefined || last === undefined || last.to - last.from < BELIEVED_AFTER) return
    if (first.from < last.to - KEPT_FOR - BELIEVED_AFTER) dropOld(last.to - KEPT_FOR)
  }
  const changes = (service: string): readonly LightChange[] => services.get(service) ?? []
  const stretches = (service: string) => lightStretches(changes(service), seen)
  const note = (service: string, light: Light, time: EpochMs): void => {
    if (!Number.isFinite(time)) return
    noteSeen(time)
    const was = changes(service)
    const is = withLight(was, { at: Math.floor(time), light }, seen)
    if (is !== was) set(service, is)
  }

  return {
    note,
    noteSeen,
    changes,
    spells: (service, from, to) => redSpells(stretches(service), from, to),
    observed: (service, from, to) => {
      const inSight = stretches(service).filter(({ light }) => light !== 'unknown')
      return clipSpans(inSight, { from, to })
    },
    watchedSince: (service) => changes(service)[0]?.at ?? null,
    forgetOthers(isKept, at) {
      for (const [service, known] of services) {
        if (!isKept(service) && known.at(-1)?.light !== 'unknown') note(service, 'unknown', at)
      }
    },
    revision: () => revision,
    save: () => ({
      layout: LAYOUT,
      seen: seen.map(({ from, to }) => [from, to]),
      services: Array.from(services, ([service, known]) => ({
        service,
        at: known.map(({ at }) => at),
        lights: known.map(({ light }) => LETTERS[light]).join(''),
      })),
    }),
    load(saved) {
      const parsed = v.safeParse(SAVED, saved)
      if (!parsed.success) return false
      const theirs = joinSpans(parsed.output.seen.map(([from, to]) => ({ from, to })))
      const all = joinSpans([...seen, ...theirs])
      const read = new Map(parsed.output.services.map((one) => [one.service, changesOf(one)]))
      for (const service of new Set([...read.keys(), ...services.keys()])) {
        const account = lightStretches(read.get(service) ?? [], theirs)
        set(service, joinLights(stretches(service), account, all))
      }
      seen = all
      return true
    },
  }
}
