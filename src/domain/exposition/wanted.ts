import { ByteMemo, type Known } from './byteMemo.ts'
import { FORMS, sharedHash, withoutForm } from './familyName.ts'
import { type LineMemo, lineMemo } from './lineMemo.ts'
import { decodeUtf8 } from './utf8.ts'
import { hashBytes, nameEnd } from './wordScan.ts'

/**
 * Names of families or samples. `exact`: the whole name. `suffixes`: how a name ends, from a word on:
 * `_build_info` and `build_info` both take `go_build_info`, `up` takes `redis_up` but not `backup`; a `*` in
 * front may stand. Both take the forms of a family as well: `_total`, `_bucket`, `_sum`, `_count`,
 * `_created`, `_info`.
 */
export type WantedNames = { readonly exact: readonly string[]; readonly suffixes: readonly string[] }

/** What a name stands for: a sample line, or the family that a comment line speaks of. */
export const AS_SAMPLE = 1
export const AS_FAMILY = 2
const AS_BOTH = AS_SAMPLE | AS_FAMILY

/**
 * A name on a page, as what it is wanted (bits of `AS_SAMPLE` and `AS_FAMILY`, 0 for not at all), and the hash of what it
 * shares with the other names of its family.
 */
export type Verdict = { readonly name: string; readonly roles: number; readonly family: number }
/** The same, remembered; its `length` counts the name's bytes and the one that ends it. */
export type NameVerdict = Known<Verdict>

const NAME_BYTES = 1 << 18
const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/

/**
 * Which families a reader keeps. A name is decoded and judged when it is met first; from then on its bytes
 * are known, so passing over the lines of a page allocates nothing. What is remembered changes only the
 * speed.
 */
export class Wanted {
  readonly memo: LineMemo = lineMemo()
  private readonly rolesOf: (name: string) => number
  private readonly names = new ByteMemo<Verdict>(NAME_BYTES)

  constructor(rolesOf: (name: string) => number) {
    this.rolesOf = rolesOf
  }

  /** To be called for each page, so that a huge one does not push out what is remembered of all others. */
  beginPage(): void {
    this.names.beginPage()
    this.memo.texts.beginPage()
    this.memo.blocks.beginPage()
  }

  /** Judges the name that begins at `from`. Null: no metric name by the formats' own rule begins there. */
  judge(view: DataView, from: number): NameVerdict | null {
    return this.names.foresee(view, from) ?? this.lookUp(view, from)
  }

  /** Judges a name that stands in quotes, where any text may. */
  judgeText(name: string): Verdict {
    return { name, roles: this.rolesOf(name), family: sharedHash(name) }
  }

  // The byte that ends the name is part of the key: `up` must not be seen in `up_total`.
  private lookUp(view: DataView, from: number): NameVerdict | null {
    const to = nameEnd(view, from)
    if (to === from) return null
    const hash = hashBytes(view, from, to + 1)
    return this.names.find(hash, view, from, to + 1) ?? this.judgeNew(hash, view, from, to)
  }

  private judgeNew(hash: number, view: DataView, from: number, to: number): NameVerdict | null {
    const name = decodeUtf8(view, from, to)
    return METRIC_NAME.test(name) ? this.names.keep(hash, view, from, to + 1, this.judgeText(name)) : null
  }
}

/** Compiles names once, for all pages that are read after. */
export const wantedFamilies = ({ exact, suffixes }: WantedNames): Wanted => {
  const wholes = namesOf(exact)
  const endings = namesOf(
    suffixes.map((suffix) => suffix.replace(/^\*?_?/, '')).filter((text) => text !== ''),
  )

  const endingRoles = (name: string): number => {
    let roles = 0
    for (let at = 0; at >= 0; at = nextWord(name, at)) roles |= endings.get(name.slice(at)) ?? 0
    return roles
  }
  return new Wanted((name) => (wholes.get(name) ?? 0) | endingRoles(name))
}

/** Wants every family. */
export const everyFamily = (): Wanted => new Wanted(() => AS_BOTH)

// The index of the next word behind `_` or `:`; -1 if there is none.
const nextWord = (name: string, from: number): number => {
  let at = from + 1
  while (at < name.length && name[at - 1] !== '_' && name[at - 1] !== ':') at += 1
  return at < name.length ? at : -1
}

const namesOf = (names: readonly string[]): ReadonlyMap<string, number> => {
  const roles = new Map<string, number>()
  for (const name of names) {
    for (const whole of [name, ...FORMS.map((form) => name + form)]) roles.set(whole, AS_BOTH)
  }
  // OpenMetrics names the family of `x_total` `x`: its TYPE line is wanted, a sample of that name is not.
  for (const name of names) {
    const family = withoutForm(name)
    roles.set(family, (roles.get(family) ?? 0) | AS_FAMILY)
  }
  return roles
}
