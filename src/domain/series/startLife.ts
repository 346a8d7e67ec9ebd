import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'

/** That a pod's process was started: again as it was, or with another version (null: it tells none). */
export type StartMark = {
  readonly at: EpochMs
  readonly kind: 'restart' | 'deploy'
  readonly version: string | null
  /** When it became known, where that was more than a minute later: a page may have been closed at the time. */
  readonly learnedAt?: EpochMs
}

/** What an answer tells of a pod's life; null for what it does not tell. `at`: when it was asked. */
export type LifeSign = {
  readonly startedAt: EpochMs | null
  readonly version: string | null
  /** What told the version, as two endpoints may name one release in two ways; left out where it is another for sure. */
  readonly versionFrom?: string | null
  /**
   * The first start that no version was read after until now: of another version it was the deploy, however late that is
   * read. Null: there is none. Left out where nobody can tell; a start of the last five minutes is then taken for it.
   */
  readonly cameWith?: EpochMs | null | undefined
  readonly at: EpochMs
}

/** A start that somebody else has seen, and the version that it came with; null where nothing told it. */
export type KnownStart = { readonly at: EpochMs; readonly version: string | null }

/** What such starts tell, oldest first: another version than the one before is a deploy, anything else a restart. */
export function marksOfStarts([first, ...others]: readonly KnownStart[]): StartMark[] {
  let before = first?.version ?? null
  return others.map(({ at, version }) => {
    const isOther = version !== null && before !== null && version !== before
    before = version ?? before
    return isOther ? { at, kind: 'deploy', version } : { at, kind: 'restart', version: null }
  })
}

/** Most marks of one pod: of more, the oldest go. */
export const MOST_MARKS = 64

/** Two starts that are this near are one: see `podLife`, which judges starts by the same measure. */
const SAME_START: DurationMs = seconds(8)

/**
 * A version that is read this soon after a start came with it: it is asked for at once, but may have to wait while its
 * endpoint is not there yet.
 */
const COMES_WITH_START: DurationMs = minutes(5)

/** What becomes known within this was seen as it happened. */
const AT_ONCE: DurationMs = minutes(1)

/** The first start of a pod that is known, and the version that it ran until a deploy of it was seen. */
type FirstStart = { readonly startedAt: EpochMs | null; readonly version: string | null }

/** That the fleet names a pod no more: when it was last known to be there, and when it was first missed. */
type Gone = { readonly seenAt: EpochMs; readonly missedAt: EpochMs }

/** What is known of a pod's life: its newest start and version, when that was noted, and the starts before. */
export type PodLife = {
  readonly startedAt: EpochMs | null
  readonly version: string | null
  readonly versionFrom: string | null
  readonly notedAt: EpochMs
  /** When it was first heard of; null where only somebody else's word on its starts is known. */
  readonly since: EpochMs | null
  readonly first: FirstStart
  /** Null while the fleet names it. */
  readonly gone: Gone | null
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
export function liveOn(was: PodLife, sign: LifeSign): Step {
  const start = laterStart(was, sign)
  const isOther = isOtherVersion(was, sign)
  const told = versionAfter(was, sign)
  const life: PodLife = {
    startedAt: start ?? was.startedAt ?? timeOrNull(sign.startedAt),
    version: told.version,
    versionFrom: told.versionFrom,
    notedAt: sign.at,
    since: was.since ?? sign.at,
    first: was.first,
    gone: null,
    marks: was.marks,
  }
  const step = start === null && !isOther ? { life, mark: null } : withMark(life, sign, start, isOther)
  return { ...step, life: { ...step.life, first: firstAfter(step.life) } }
}

const wasDeployed = (marks: readonly StartMark[]): boolean => marks.some(({ kind }) => kind === 'deploy')

/** Until a deploy is seen, what a pod tells of its version is true of its first start, too, however late it comes. */
function firstAfter({ first, marks, startedAt, version, notedAt }: PodLife): FirstStart {
  if (wasDeployed(marks)) return first
  const isFirst = first.startedAt === null && marks.length === 0 && startedAt !== null
  return { startedAt: isFirst ? Math.min(startedAt, notedAt) : first.startedAt, version }
}

const markAt = (at: EpochMs, kind: StartMark['kind'], version: string | null, noted: EpochMs): StartMark =>
  noted - at > AT_ONCE ? { at, kind, version, learnedAt: noted } : { at, kind, version }

/** A start and the version that came with it are one deploy, whichever of them is read first. */
function withMark(life: PodLife, sign: LifeSign, start: EpochMs | null, isOther: boolean): Step {
  const { marks, version } = life
  // A pod whose clock is ahead was not started in the future.
  const at = start === null ? sign.at : Math.min(start, sign.at)
  const known = start === null ? startOf(marks, sign) : deployOf(marks, at, isOther)
  if (known !== undefined) {
    const mark = markAt(start === null ? known.at : at, 'deploy', version, sign.at)
    return { life: { ...life, marks: marks.map((one) => (one === known ? mark : one)) }, mark }
  }
  const mark = markAt(at, isOther ? 'deploy' : 'restart', version, sign.at)
  return { life: { ...life, marks: [...marks, mark].slice(-MOST_MARKS) }, mark }
}

/** The start that came with a version that is read only now. */
function startOf(marks: readonly StartMark[], { at, cameWith }: LifeSign): StartMark | undefined {
  if (cameWith === null) return undefined
  if (cameWith !== undefined)
    return marks.find((mark) => mark.kind === 'restart' && mark.at >= cameWith - SAME_START)
  const last = marks.at(-1)
  return last?.kind === 'restart' && at - last.at <= COMES_WITH_START ? last : undefined
}

/** The deploy whose start is read only now. */
function deployOf(marks: readonly StartMark[], start: EpochMs, isOther: boolean): StartMark | undefined {
  const last = marks.at(-1)
  return !isOther && last?.kind === 'deploy' && start <= last.at + SAME_START ? last : undefined
}

/**
 * One start that two have noted: if either has it as a deploy it was one. It is news from when it became known first, and
 * stays so where the other had it from a source, which tells of a start as if it had been seen.
 */
function sameMark(a: StartMark, b: StartMark): StartMark {
  const mark = a.kind === 'restart' ? b : a
  const learnedAt = earliest(a.learnedAt ?? null, b.learnedAt ?? null)
  return learnedAt === null ? mark : { ...mark, learnedAt }
}

/** Starts that two have noted are one; of a restart and a deploy it was a deploy. */
function allMarks(a: PodLife, b: PodLife): readonly StartMark[] {
  const marks: StartMark[] = []
  for (const mark of [...a.marks, ...b.marks].toSorted((one, other) => one.at - other.at)) {
    const last = marks.at(-1)
    const isSame = last !== undefined && mark.at <= last.at + SAME_START
    if (isSame) marks[marks.length - 1] = sameMark(last, mark)
    else marks.push(mark)
  }
  return marks.slice(-MOST_MARKS)
}

const earliest = (...times: readonly (EpochMs | null)[]): EpochMs | null => {
  const known = times.filter((at) => at !== null)
  return known.length === 0 ? null : Math.min(...known)
}

function joinFirst(older: PodLife, newer: PodLife, { marks, version }: PodLife): FirstStart {
  const told = older.first.version ?? newer.first.version
  return {
    startedAt: earliest(older.first.startedAt, newer.first.startedAt),
    version: wasDeployed(marks) ? told : version,
  }
}

/** What was heard of after it was missed has come back. */
function joinGone(older: PodLife, newer: PodLife): Gone | null {
  if (older.gone === null || newer.notedAt > older.gone.missedAt) return newer.gone
  if (newer.gone === null) return older.gone
  return {
    seenAt: Math.max(older.gone.seenAt, newer.gone.seenAt),
    missedAt: Math.max(older.gone.missedAt, newer.gone.missedAt),
  }
}

function joinStarts(older: PodLife, newer: PodLife): PodLife {
  const marks = allMarks(older, newer)
  const { startedAt, version, versionFrom, notedAt } = newer
  if (!marks.some(({ at }) => at > older.notedAt))
    return liveOn({ ...older, marks }, { startedAt, version, versionFrom, at: notedAt }).life
  const told = version === null ? older : newer
  return {
    ...newer,
    startedAt: startedAt ?? older.startedAt,
    version: told.version,
    versionFrom: told.versionFrom,
    marks,
  }
}

/** Two accounts of one pod as one. What happened between the end of the older and the newer one becomes a mark. */
export function joinLives(a: PodLife, b: PodLife): PodLife {
  const [older, newer] = a.notedAt <= b.notedAt ? [a, b] : [b, a]
  const joined = joinStarts(older, newer)
  return {
    ...joined,
    since: earliest(a.since, b.since),
    first: joinFirst(older, newer, joined),
    gone: joinGone(older, newer),
  }
}

/** Of which nothing is known yet. */
export const UNKNOWN: PodLife = {
  startedAt: null,
  version: null,
  versionFrom: null,
  notedAt: 0,
  since: null,
  first: { startedAt: null, version: null },
  gone: null,
  marks: [],
}
