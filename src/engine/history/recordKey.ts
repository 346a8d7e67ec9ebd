import type { EpochMs } from '#src/domain/time/units.ts'

/**
 * What a record holds: the newest bins, as of a minute; the fine bins of an hour; the coarse bins of a day; the state of
 * the drift test; the starts of all pods; the lights of all services.
 */
export type RecordKind = 'minute' | 'hour' | 'day' | 'drifts' | 'marks' | 'lights'

const KINDS: readonly RecordKind[] = ['minute', 'hour', 'day', 'drifts', 'marks', 'lights']

/** `at`: when its stretch of time begins, of a minute when it was written; 0 of what there is one of. */
export type RecordKey = {
  readonly kind: RecordKind
  readonly at: EpochMs
  /** Records of many series are written in parts. */
  readonly part: number
}

const pad = (value: number, digits: number): string => Math.floor(value).toString().padStart(digits, '0')

/** A key as text: records of one kind sort by time. */
export const keyText = ({ kind, at, part }: RecordKey): string => `${kind}/${pad(at, 15)}/${pad(part, 4)}`

const KEY = /^([a-z]+)\/(\d{15})\/(\d{4})$/

/** Reads what `keyText` wrote; null for any other text. */
export function readKey(text: string): RecordKey | null {
  const [, word, at, part] = KEY.exec(text) ?? []
  const kind = KINDS.find((known) => known === word)
  return kind === undefined ? null : { kind, at: Number(at), part: Number(part) }
}
