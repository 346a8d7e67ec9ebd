import type { EpochMs } from '#src/domain/time/units.ts'
import type { LogEntry } from './logEntry.ts'
import { operationOf } from './operationOf.ts'
import { requestOf } from './requestOf.ts'
import { sharedWords } from './sharedWords.ts'
import { toneOf } from './toneOf.ts'

/** Something that error lines have in common, and how it stands with the lines that went well. */
export type SharedPart = {
  /** `pod`: which pod wrote them, where no field says so but the page that they came with. */
  readonly kind: 'field' | 'operation' | 'request' | 'pod' | 'words'
  /** The field's name; else null. */
  readonly key: string | null
  readonly value: string
  /** So many of the error lines have it, */
  readonly errors: number
  /** and so many of the lines that went well at the same time. */
  readonly successes: number
}

export type SharedByErrors = {
  readonly errors: number
  /** Lines that went well since the first error line; those without a time are counted. */
  readonly successes: number
  /** The time of the first error line; null where no error line has one. */
  readonly since: EpochMs | null
  /** What at least nine of ten error lines have; what the lines that went well have less of comes first. */
  readonly parts: readonly SharedPart[]
}

/** Of one line nothing is common to all; of two much is by chance, but a person sees that there are two. */
const LEAST_LINES = 2
const LEAST_SHARE = 0.9
const PART_CAP = 12
/** So many lines of each kind are compared, the newest. */
const LINE_CAP = 1000

type Named = Pick<SharedPart, 'kind' | 'key' | 'value'>

/** What a line is made of, as names to be counted. */
function partsOf(entry: LogEntry): ReadonlyMap<string, Named> {
  const parts = new Map<string, Named>()
  const add = (kind: SharedPart['kind'], key: string | null, value: string): void =>
    void parts.set(`${kind} ${key} ${value}`, { kind, key, value })
  for (const [key, value] of entry.fields) add('field', key, value)
  if (entry.podKey === null) add('pod', null, entry.pod)
  const [operation, request] = [operationOf(entry.message), requestOf(entry.message)]
  if (request !== null) add('request', null, request)
  if (operation !== request) add('operation', null, operation)
  return parts
}

function countIn(entries: readonly LogEntry[]): ReadonlyMap<string, { readonly part: Named; n: number }> {
  const counts = new Map<string, { readonly part: Named; n: number }>()
  for (const entry of entries) {
    for (const [id, part] of partsOf(entry)) {
      const known = counts.get(id)
      if (known === undefined) counts.set(id, { part, n: 1 })
      else known.n += 1
    }
  }
  return counts
}

/**
 * What error lines have in common: fields, the operation, the request, the pod, words; and whether the lines that went well
 * at the same time have it, too. What both have does not tell them apart, but may say where all of them come from: "every
 * error and every success carries one pod id". Warnings count as neither. Null for fewer than two error lines.
 */
export function sharedByErrors(entries: readonly LogEntry[]): SharedByErrors | null {
  const errors = entries.filter((entry) => toneOf(entry) === 'error').slice(-LINE_CAP)
  if (errors.length < LEAST_LINES) return null
  const since = errors.reduce<EpochMs | null>(
    (first, { at }) => (at === null ? first : Math.min(first ?? at, at)),
    null,
  )
  const well = entries
    .filter((entry) => toneOf(entry) === 'fine' && (since === null || entry.at === null || entry.at >= since))
    .slice(-LINE_CAP)
  const least = Math.ceil(errors.length * LEAST_SHARE)
  const inWell = countIn(well)
  const named = [...countIn(errors)]
    .filter(([, { n }]) => n >= least)
    .map(([id, { part, n }]): SharedPart => ({
      kind: part.kind,
      key: part.key,
      value: part.value,
      errors: n,
      successes: inWell.get(id)?.n ?? 0,
    }))
  const parts = [...named, ...sharedWords(errors, well, named, least)]
  return { errors: errors.length, successes: well.length, since, parts: inOrder(parts).slice(0, PART_CAP) }
}

const KIND_ORDER: readonly SharedPart['kind'][] = ['pod', 'field', 'operation', 'request', 'words']

/** What tells errors from successes first, then what the most error lines have. */
const inOrder = (parts: readonly SharedPart[]): readonly SharedPart[] =>
  parts.toSorted(
    (a, b) =>
      a.successes - b.successes ||
      b.errors - a.errors ||
      KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind),
  )
