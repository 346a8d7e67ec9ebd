import {
  array,
  finite,
  literal,
  maxLength,
  nullable,
  number,
  object,
  picklist,
  pipe,
  safeParse,
  string,
} from 'valibot'
import type { EpochMs } from '#src/domain/time/units.ts'
import {
  joinLives,
  type LifeSign,
  liveOn,
  MOST_MARKS,
  type PodLife,
  type StartMark,
  UNKNOWN,
} from './startLife.ts'

/** When the pods of a fleet were started, as far as it is known: at most 64 starts of each. */
export type MarkBook = {
  /**
   * Takes in what a pod tells. Answers the mark that this made or changed; null where it tells nothing new, and of a pod
   * that is heard of for the first time: when it was started before is unknown.
   */
  note(service: string, pod: string, sign: LifeSign): StartMark | null
  /**
   * Takes in when a pod's processes started, as somebody else has seen it, oldest first. Of the first one nobody knows
   * whether it was a restart: it makes no mark.
   */
  noteStarts(service: string, pod: string, starts: readonly EpochMs[]): void
  /** Oldest first. */
  marksOf(service: string, pod: string): readonly StartMark[]
  drop(service: string, pod: string): void
  /** Forgets pods that nothing was heard of since `before`, unless they are to be kept. */
  forgetOthers(isKept: (service: string, pod: string) => boolean, before: EpochMs): void
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

/** Most pods: of more, the one that was silent for longest goes. */
const MOST_PODS = 20_000

const LAYOUT = 2

const TIME = pipe(number(), finite())

const SAVED = object({
  layout: literal(LAYOUT),
  pods: pipe(
    array(
      object({
        service: string(),
        pod: string(),
        startedAt: nullable(TIME),
        version: nullable(string()),
        versionFrom: nullable(string()),
        notedAt: TIME,
        marks: pipe(
          array(object({ at: TIME, kind: picklist(['restart', 'deploy']), version: nullable(string()) })),
          maxLength(MOST_MARKS),
        ),
      }),
    ),
    maxLength(MOST_PODS),
  ),
})

const keyOf = (service: string, pod: string): string => `${service}\n${pod}`

/** A book without a pod. */
export function markBook(): MarkBook {
  const lives = new Map<string, PodLife>()
  let revision = 0

  const set = (key: string, life: PodLife): void => {
    revision++
    // What is heard of goes to the end: the one that is silent for longest goes first.
    lives.delete(key)
    lives.set(key, life)
    if (lives.size <= MOST_PODS) return
    for (const oldest of lives.keys()) {
      lives.delete(oldest)
      return
    }
  }
  const note = (key: string, sign: LifeSign): StartMark | null => {
    if (!Number.isFinite(sign.at)) return null
    const was = lives.get(key) ?? { ...UNKNOWN, notedAt: sign.at }
    const { life, mark } = liveOn(was, sign)
    set(key, life)
    return mark
  }
  const join = (key: string, saved: PodLife): void => {
    const here = lives.get(key)
    set(key, here === undefined ? saved : joinLives(here, saved))
  }

  return {
    note: (service, pod, sign) => note(keyOf(service, pod), sign),
    noteStarts(service, pod, starts) {
      const newest = starts.at(-1)
      if (newest === undefined) return
      const marks = starts.slice(1).map((at): StartMark => ({ at, kind: 'restart', version: null }))
      join(keyOf(service, pod), { ...UNKNOWN, startedAt: newest, notedAt: newest, marks })
    },
    marksOf: (service, pod) => lives.get(keyOf(service, pod))?.marks ?? [],
    drop: (service, pod) => {
      revision++
      lives.delete(keyOf(service, pod))
    },
    forgetOthers(isKept, before) {
      for (const [key, { notedAt }] of lives) {
        const [service = '', pod = ''] = key.split('\n')
        if (notedAt >= before || isKept(service, pod)) continue
        revision++
        lives.delete(key)
      }
    },
    revision: () => revision,
    save: () => ({
      layout: LAYOUT,
      pods: Array.from(lives, ([key, life]) => {
        const [service = '', pod = ''] = key.split('\n')
        return { service, pod, ...life }
      }),
    }),
    load(saved) {
      const parsed = safeParse(SAVED, saved)
      if (!parsed.success) return false
      for (const { service, pod, ...past } of parsed.output.pods) join(keyOf(service, pod), past)
      return true
    },
  }
}
