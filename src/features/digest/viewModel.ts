import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { type Light, lightRank, WORST_FIRST } from '#src/domain/verdict/light.ts'
import { weightOf } from '#src/domain/verdict/gravity.ts'
import { type ReasonKind, soonestLimit } from '#src/domain/verdict/reason.ts'

export type SectionId = 'act' | 'watch' | 'unseen' | 'well'

/** A part of the digest: names only, as each row draws itself from its own object. */
export type Section = {
  readonly id: SectionId
  readonly light: Light
  /** Rows with their reasons, over the whole width. */
  readonly full: readonly string[]
  /** Rows that one of `full` drags down, shown under it: by its name. */
  readonly under: ReadonlyMap<string, readonly string[]>
  /** Rows that have nothing to say now, in several columns. */
  readonly compact: readonly string[]
  /** The first reasons of the full rows, most frequent first: a hundred reds in one line. */
  readonly kinds: readonly (readonly [kind: ReasonKind, count: number])[]
}

/** What the viewer asked to see. No light chosen is all of them. */
export type View = {
  readonly show: ReadonlySet<Light>
  readonly find: string
  /** A row's reasons in words; asked only while something is looked for. */
  readonly said: (row: ServiceRow) => string
}

const SECTION: Readonly<Record<Light, SectionId>> = {
  red: 'act',
  orange: 'watch',
  unknown: 'unseen',
  green: 'well',
}

const byName = new Intl.Collator('en', { numeric: true }).compare

const podsAffected = ({ pods }: ServiceRow): number => pods.filter(({ light }) => light !== 'green').length

/** Grey rows go by what they last were: those that were in trouble come before those that were well. */
const knownRank = ({ light, lastKnown }: ServiceRow): number =>
  lightRank(light === 'unknown' && lastKnown !== null ? lastKnown.light : light)

const gravityOf = ({ reasons: [first] }: ServiceRow): number =>
  first === undefined ? Infinity : weightOf(first)

/** How many services it drags down. */
const dragsDown = ({ cascade }: ServiceRow): number => cascade?.affected.length ?? 0

const limitOf = ({ reasons: [first] }: ServiceRow): number =>
  first === undefined ? Infinity : soonestLimit(first)

/**
 * Worst first: light, then how many other services it drags down, then tier (none last), then how grave the first reason is, then how soon it reaches a limit, then
 * how many pods are affected, then since when, then name. Well services go by name alone, so that each keeps its place from day to day.
 */
export function byUrgency(a: ServiceRow, b: ServiceRow): number {
  const light = lightRank(a.light) - lightRank(b.light)
  if (light !== 0) return light
  const known = knownRank(a) - knownRank(b)
  if (known !== 0) return known
  if (knownRank(a) === lightRank('green')) return byName(a.name, b.name)
  return (
    dragsDown(b) - dragsDown(a) ||
    (a.tier ?? Infinity) - (b.tier ?? Infinity) || // Infinity − Infinity is NaN, which falls through like 0
    gravityOf(a) - gravityOf(b) ||
    limitOf(a) - limitOf(b) ||
    podsAffected(b) - podsAffected(a) ||
    a.since - b.since ||
    byName(a.name, b.name)
  )
}

/** Nothing to tell yet, or nothing but that it was well: not worth a row of its own. */
function isCompact({ light, lastKnown, observedAt, reasons }: ServiceRow): boolean {
  if (light !== 'unknown') return light === 'green'
  // That readings are old is said by the section and the date; any other reason wants to be read.
  if (reasons.some(({ kind }) => kind !== 'stale')) return false
  return lastKnown?.light === 'green' || observedAt === null
}

/** Every word must be in a name (service, pod, team), a version or what is said of it, in any case. */
export function matches(row: ServiceRow, { find, said }: Omit<View, 'show'>): boolean {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const { name, team, pods } = row
  const ofPods = pods.flatMap((pod) => [pod.name, pod.version])
  const text = [name, team, ...ofPods, said(row)].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

function kindsOf(rows: readonly ServiceRow[]): Section['kinds'] {
  const counts = new Map<ReasonKind, number>()
  for (const { reasons } of rows) {
    const [first] = reasons
    if (first !== undefined) counts.set(first.kind, (counts.get(first.kind) ?? 0) + 1)
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)
}

/** The row that a row is shown under: the suspected root, where that is in view and as bad as it is. */
function rootOf(row: ServiceRow, inView: ReadonlyMap<string, ServiceRow>): ServiceRow | null {
  const root = row.cascade?.root ?? null
  const rootRow = root === null ? undefined : inView.get(root)
  if (rootRow === undefined || row.light === 'unknown' || isCompact(rootRow)) return null
  // A ticket of its own that waits for somebody is no matter of its root.
  if (row.reasons.some(({ kind, light }) => kind === 'ticket' && light === 'red')) return null
  // What is under a root is none itself.
  if ((rootRow.cascade?.root ?? null) !== null) return null
  return lightRank(rootRow.light) <= lightRank(row.light) ? rootRow : null
}

/** Which rows are shown under which, by the root's name; each in the order in which the root names them. */
function foldUnder(rows: readonly ServiceRow[]): ReadonlyMap<string, readonly string[]> {
  const inView = new Map(rows.map((row) => [row.name, row]))
  const under = new Map<string, string[]>()
  for (const { name, cascade } of rows) {
    const folded = (cascade?.affected ?? []).filter((one) => {
      const row = inView.get(one)
      return row !== undefined && rootOf(row, inView)?.name === name
    })
    if (folded.length > 0) under.set(name, folded)
  }
  return under
}

/** The digest's sections, worst first, without the empty ones. */
export function digestSections(rows: Iterable<ServiceRow>, view: View): readonly Section[] {
  const { show } = view
  const wanted = [...rows].filter((row) => (show.size === 0 || show.has(row.light)) && matches(row, view))
  const allUnder = foldUnder(wanted)
  const folded = new Set([...allUnder.values()].flat())
  const sorted = wanted.filter(({ name }) => !folded.has(name)).toSorted(byUrgency)
  return WORST_FIRST.flatMap((light) => {
    const mine = sorted.filter((row) => row.light === light)
    if (mine.length === 0) return []
    const full = mine.filter((row) => !isCompact(row))
    return [
      {
        id: SECTION[light],
        light,
        full: full.map(({ name }) => name),
        under: new Map(
          full.flatMap(({ name }) => (allUnder.has(name) ? [[name, allUnder.get(name) ?? []]] : [])),
        ),
        // Short lines are looked for by name.
        compact: mine
          .filter(isCompact)
          .map(({ name }) => name)
          .toSorted(byName),
        kinds: kindsOf(full),
      },
    ]
  })
}

/** `red,green` of an address as lights; what is none is left out. */
export function parseShow(text: string): ReadonlySet<Light> {
  const asked = text.split(',')
  return new Set(WORST_FIRST.filter((light) => asked.includes(light)))
}
