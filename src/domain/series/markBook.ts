import type { EpochMs } from '#src/domain/time/units.ts'
import { type Arrival, arrivalsOf } from './arrivals.ts'
import { MOST_PODS, readLives, saveLives } from './savedLives.ts'
import {
  joinLives,
  type LifeSign,
  liveOn,
  type PodLife,
  type StartMark,
  UNKNOWN,
  type KnownStart,
  marksOfStarts,
} from './startLife.ts'

/** The names of services and of their pods, as a fleet has them. */
type Named = readonly { readonly name: string; readonly pods: readonly { readonly name: string }[] }[]

/** When the pods of a fleet were started, as far as it is known: at most 64 starts of each. */
export type MarkBook = {
  /**
   * Takes in what a pod tells. Answers the mark that this made or changed; null where it tells nothing new, and of a pod
   * that is heard of for the first time: what its first start was follows from the other pods, see `marksOf`.
   */
  note(service: string, pod: string, sign: LifeSign): StartMark | null
  /**
   * Takes in when a pod's processes started, as somebody else has seen it, oldest first. Of the first one nobody knows
   * whether it was a restart: it makes no mark.
   */
  noteStarts(service: string, pod: string, starts: readonly KnownStart[]): void
  /** Takes in which pods the fleet names. To be told whenever it may name others than before. */
  noteNamed(services: Named, at: EpochMs): void
  /** Oldest first. Of a pod that came with another version than its service ran, its first start is a deploy. */
  marksOf(service: string, pod: string): readonly StartMark[]
  /** Of each pod of a service that something is known of, also where the fleet names it no more. */
  livesOf(service: string): ReadonlyMap<string, PodLife>
  /** See `arrivalsOf`. */
  arrivalsOf(service: string): ReadonlyMap<string, Arrival>
  drop(service: string, pod: string): void
  /** Forgets pods that are not to be kept. */
  forgetOthers(isKept: (service: string, pod: string, life: PodLife) => boolean): void
  /** Another number than before: something was noted since. */
  revision(): number
  /** All that is known, as a value that JSON can hold. */
  save(): unknown
  /**
   * Adds what `save` gave. What happened to a pod between the two accounts becomes a mark, as if it was noted. False, and
   * nothing is taken, for any other value.
   */
  load(saved: unknown): boolean
}

const keyOf = (service: string, pod: string): string => `${service}\n${pod}`

const namesOf = (key: string): readonly [service: string, pod: string] => {
  const [service = '', pod = ''] = key.split('\n')
  return [service, pod]
}

const NO_LIVES: ReadonlyMap<string, PodLife> = new Map()

/** A book without a pod. */
export function markBook(): MarkBook {
  /** What was heard of last comes last. */
  const lives = new Map<string, PodLife>()
  const byService = new Map<string, Map<string, PodLife>>()
  /** Those of services that something was noted of since are left out. */
  const arrivals = new Map<string, ReadonlyMap<string, Arrival>>()
  let named: ReadonlySet<string> = new Set()
  let revision = 0

  const remove = (key: string): void => {
    const [service, pod] = namesOf(key)
    revision++
    lives.delete(key)
    arrivals.delete(service)
    const pods = byService.get(service)
    pods?.delete(pod)
    if (pods?.size === 0) byService.delete(service)
  }
  /** What is gone, else what was silent for longest. */
  const leastOfUse = (): string | undefined => {
    for (const [key, { gone }] of lives) if (gone !== null) return key
    return lives.keys().next().value
  }
  const set = (key: string, life: PodLife): void => {
    const [service, pod] = namesOf(key)
    revision++
    lives.delete(key)
    lives.set(key, life)
    arrivals.delete(service)
    const pods = byService.get(service) ?? new Map<string, PodLife>()
    byService.set(service, pods.set(pod, life))
    const spare = lives.size > MOST_PODS ? leastOfUse() : undefined
    if (spare !== undefined) remove(spare)
  }
  const join = (key: string, saved: PodLife): void => {
    const here = lives.get(key)
    set(key, here === undefined ? saved : joinLives(here, saved))
  }
  const arrivalsIn = (service: string): ReadonlyMap<string, Arrival> => {
    const known = arrivals.get(service) ?? arrivalsOf(byService.get(service) ?? NO_LIVES)
    arrivals.set(service, known)
    return known
  }
  const noteNamed = (services: Named, at: EpochMs): void => {
    if (!Number.isFinite(at)) return
    const now = new Set(services.flatMap(({ name, pods }) => pods.map((pod) => keyOf(name, pod.name))))
    const moved = [...lives].filter(([key, { gone }]) => now.has(key) === (gone !== null))
    for (const [key, life] of moved) {
      const seenAt = named.has(key) ? at : life.notedAt
      set(key, { ...life, gone: now.has(key) ? null : { seenAt, missedAt: Math.max(seenAt, at) } })
    }
    for (const key of now) {
      if (lives.has(key) || lives.size >= MOST_PODS) continue
      set(key, { ...UNKNOWN, notedAt: at, since: at })
    }
    named = now
  }

  return {
    note(service, pod, sign) {
      if (!Number.isFinite(sign.at)) return null
      const key = keyOf(service, pod)
      const { life, mark } = liveOn(lives.get(key) ?? UNKNOWN, sign)
      set(key, life)
      return mark
    },
    noteStarts(service, pod, starts) {
      const [first, newest] = [starts[0], starts.at(-1)]
      if (first === undefined || newest === undefined) return
      const life = { ...UNKNOWN, startedAt: newest.at, notedAt: newest.at, marks: marksOfStarts(starts) }
      join(keyOf(service, pod), { ...life, first: { startedAt: first.at, version: first.version } })
    },
    noteNamed,
    marksOf(service, pod) {
      const marks = lives.get(keyOf(service, pod))?.marks ?? []
      const arrival = arrivalsIn(service).get(pod)
      return arrival === undefined ? marks : [arrival.mark, ...marks]
    },
    livesOf: (service) => byService.get(service) ?? NO_LIVES,
    arrivalsOf: arrivalsIn,
    drop: (service, pod) => remove(keyOf(service, pod)),
    forgetOthers(isKept) {
      for (const [key, life] of lives) if (!isKept(...namesOf(key), life)) remove(key)
    },
    revision: () => revision,
    save: () =>
      saveLives(
        Array.from(lives, ([key, life]) => {
          const [service, pod] = namesOf(key)
          return { service, pod, ...life }
        }),
      ),
    load(saved) {
      const read = readLives(saved)
      if (read === null) return false
      for (const { service, pod, ...past } of read) join(keyOf(service, pod), past)
      return true
    },
  }
}
