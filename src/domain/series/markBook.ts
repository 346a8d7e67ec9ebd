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
import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'

/** That a pod's process was started: again as it was, or with another version (null: it tells none). */
export type StartMark = {
  readonly at: EpochMs
  readonly kind: 'restart' | 'deploy'
  readonly version: string | null
}

/** What an answer tells of a pod's life; null for what it does not tell. `at`: when it was asked. */
export type LifeSign = {
  readonly startedAt: EpochMs | null
  readonly version: string | null
  /** What told the version, as two endpoints may name one release in two ways; left out where it is another for sure. */
  readonly versionFrom?: string | null
  readonly at: EpochMs
}

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

/** Most marks of one pod, and most pods: of more, the one that was heard of first goes. */
const MOST_MARKS = 64
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

/** Two starts that are this near are one: see `podLife`, which judges starts by the same measure. */
const SAME_START: DurationMs = seconds(8)

/**
 * A version that is read this soon after a start came with it: it is asked for at once, but may have to wait while its
 * endpoint is not there yet.
 */
const COMES_WITH_START: DurationMs = minutes(5)

/** What is known of a pod's life: its newest start and version, since when, and the starts before. */
type PodLife = {
  readonly startedAt: EpochMs | null
  readonly version: string | null
  readonly versionFrom: string | null
  readonly notedAt: EpochMs
  readonly marks: readonly StartMark[]
}

type Step = { readonly life: PodLife; readonly mark: StartMark | null }

const timeOrNull = (t: EpochMs | null): EpochMs | null => (t !== null && Number.isFinite(t) ? t : null)

/** The start that a sign tells of, if it is later than the known one: an earlier one is noise of a clock, not news. */
function laterStart({ startedAt }: PodLife, sign: LifeSign): EpochMs | null {
  const start = timeOrNull(sign.startedAt)
  return start !== null && startedAt !== null && start > startedAt + SAME_START ? start : null
}

/** Names that two endpoints give to a release cannot be compared. */
function isOtherVersion(was: PodLife, { version, versionFrom = null }: LifeSign): boolean {
  if (version === null || was.version === null || version === was.version) return false
  return versionFrom === null || was.versionFrom === null || versionFrom === was.versionFrom
}

const versionAfter = (
  was: PodLife,
  { version, versionFrom = null }: LifeSign,
): Pick<PodLife, 'version' | 'versionFrom'> => (version === null ? was : { version, versionFrom })

/** The life of a pod after a sign of it, and the mark that this made or changed. */
function liveOn(was: PodLife, sign: LifeSign): Step {
  const start = laterStart(was, sign)
  const isOther = isOtherVersion(was, sign)
  const told = versionAfter(was, sign)
  const life: PodLife = {
    startedAt: start ?? was.startedAt ?? timeOrNull(sign.startedAt),
    version: told.version,
    versionFrom: told.versionFrom,
    notedAt: sign.at,
    marks: was.marks,
  }
  if (start === null && !isOther) return { life, mark: null }
  // A pod whose clock is ahead was not started in the future.
  const at = start === null ? sign.at : Math.min(start, sign.at)
  return withMark(life, start, isOther, at)
}

function withMark(life: PodLife, start: EpochMs | null, isOther: boolean, at: EpochMs): Step {
  const { marks, version } = life
  const last = marks.at(-1)
  if (last !== undefined && belongsTo(last, start, isOther, at)) {
    const mark: StartMark = { at: start === null ? last.at : at, kind: 'deploy', version }
    return { life: { ...life, marks: [...marks.slice(0, -1), mark] }, mark }
  }
  const mark: StartMark = { at, kind: isOther ? 'deploy' : 'restart', version }
  return { life: { ...life, marks: [...marks, mark].slice(-MOST_MARKS) }, mark }
}

/** A start and the version that came with it are one deploy, whichever of them is read first. */
function belongsTo(last: StartMark, start: EpochMs | null, isOther: boolean, at: EpochMs): boolean {
  if (start === null) return last.kind === 'restart' && at - last.at <= COMES_WITH_START
  return !isOther && last.kind === 'deploy' && start <= last.at + SAME_START
}

/** Starts that two have noted are one; of a restart and a deploy it was a deploy. */
function allMarks(a: PodLife, b: PodLife): readonly StartMark[] {
  const marks: StartMark[] = []
  for (const mark of [...a.marks, ...b.marks].toSorted((one, other) => one.at - other.at)) {
    const last = marks.at(-1)
    const isSame = last !== undefined && mark.at <= last.at + SAME_START
    if (!isSame) marks.push(mark)
    else if (last.kind === 'restart') marks[marks.length - 1] = mark
  }
  return marks.slice(-MOST_MARKS)
}

/** Two accounts of one pod as one. What happened between the end of the older and the newer one becomes a mark. */
function joinLives(a: PodLife, b: PodLife): PodLife {
  const [older, newer] = a.notedAt <= b.notedAt ? [a, b] : [b, a]
  const marks = allMarks(older, newer)
  const { startedAt, version, versionFrom, notedAt } = newer
  if (!marks.some(({ at }) => at > older.notedAt))
    return liveOn({ ...older, marks }, { startedAt, version, versionFrom, at: notedAt }).life
  const told = version === null ? older : newer
  return {
    startedAt: startedAt ?? older.startedAt,
    version: told.version,
    versionFrom: told.versionFrom,
    notedAt,
    marks,
  }
}

const UNKNOWN: PodLife = { startedAt: null, version: null, versionFrom: null, notedAt: 0, marks: [] }

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
