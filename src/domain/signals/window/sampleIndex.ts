import type { Exposition, Sample } from '#src/domain/exposition/exposition.ts'
import { type LabelFilter, matchesFilter } from './labelFilter.ts'

/** The samples of one page by name. NaN and ±Inf are left out: they say "no figure". */
export type SampleIndex = {
  readonly byName: ReadonlyMap<string, readonly Sample[]>
  /** `myapp_` where the page prefixes its process metrics (a prom-client option), else empty. */
  readonly prefix: string
  /** False where a cap ended the reading early: a series may be missing though it exists. */
  readonly complete: boolean
}

const NONE: readonly Sample[] = []

const PREFIXABLE = /^(?:process|nodejs|go|jvm)_/

/** One of these is on every page of a process, so they tell its prefix. */
const ANCHORS = [
  'process_start_time_seconds',
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'nodejs_version_info',
  'go_goroutines',
  'jvm_memory_used_bytes',
] as const

/** The prefix that most anchors carry (the first by name of equals); none when an unprefixed one exists. */
const findPrefix = (byName: ReadonlyMap<string, unknown>): string => {
  if (ANCHORS.some((anchor) => byName.has(anchor))) return ''
  const votes = new Map<string, number>()
  for (const name of byName.keys()) {
    const anchor = ANCHORS.find((tail) => name.endsWith(`_${tail}`))
    if (anchor === undefined) continue
    const prefix = name.slice(0, -anchor.length)
    votes.set(prefix, (votes.get(prefix) ?? 0) + 1)
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return ranked[0]?.[0] ?? ''
}

/** A Pushgateway shows what others pushed, each series with its job; what has none is its own. */
const PUSHGATEWAY = 'pushgateway_build_info'

/** Indexes a page once, so that hundreds of rows can ask it for names that are mostly absent. */
export const indexSamples = (exposition: Exposition): SampleIndex => {
  const byName = new Map<string, Sample[]>()
  let name: string | null = null
  let group: Sample[] = []
  const pushed = exposition.samples.some((sample) => sample.name === PUSHGATEWAY)
  for (const sample of exposition.samples) {
    if (!Number.isFinite(sample.value)) continue
    if (pushed && sample.labels['job'] !== undefined) continue
    if (sample.name !== name) {
      name = sample.name
      group = byName.get(name) ?? []
      if (group.length === 0) byName.set(name, group)
    }
    group.push(sample)
  }
  return { byName, prefix: findPrefix(byName), complete: exposition.truncatedBy === null }
}

/** The name under which a page carries a metric, its prefix included; null when it does not. */
export const nameOnPage = (index: SampleIndex, name: string): string | null => {
  if (index.byName.has(name)) return name
  if (index.prefix === '' || !PREFIXABLE.test(name)) return null
  const prefixed = index.prefix + name
  return index.byName.has(prefixed) ? prefixed : null
}

/** All finite samples of one metric that fit the filter; empty when there are none. */
export const samplesOf = (index: SampleIndex, name: string, filter?: LabelFilter): readonly Sample[] => {
  const onPage = nameOnPage(index, name)
  if (onPage === null) return NONE
  const samples = index.byName.get(onPage) ?? NONE
  return filter === undefined ? samples : samples.filter(({ labels }) => matchesFilter(labels, filter))
}

/** The names on the page with this ending, sorted, so that the order of lines does not matter. */
export const namesEnding = (index: SampleIndex, ending: string): readonly string[] =>
  [...index.byName.keys()].filter((name) => name.endsWith(ending)).sort()

/** The same where the ending begins with a word: `workers` ends `mail_workers`, but not `coworkers`. */
export const namesEndingInWord = (index: SampleIndex, ending: string): readonly string[] =>
  namesEnding(index, ending).filter((name) => /(?:^|[_:])$/.test(name.slice(0, -ending.length)))

/** How names end on a page that prefixes its process metrics. */
export const prefixedEndings = (names: readonly string[]): readonly string[] =>
  names.filter((name) => PREFIXABLE.test(name)).map((name) => `_${name}`)
