import type { SharedByErrors } from '#src/domain/log/sharedByErrors.ts'

/** What every line is drawn with. */
export type LineView = {
  readonly service: string
  /** Whether lines say which pod they are of. */
  readonly withPod: boolean
  /** Phrases that the error lines share, to be marked in messages, */
  readonly phrases: readonly string[]
  /** and fields, as `key=value`. */
  readonly fields: ReadonlySet<string>
}

/** What to mark of what error lines share; what was made general (`GET /a/…`) is in no line as it stands. */
export function marksOf(shared: SharedByErrors | null): Pick<LineView, 'phrases' | 'fields'> {
  const parts = shared?.parts ?? []
  return {
    phrases: parts
      .filter(({ kind, value }) => kind !== 'field' && kind !== 'pod' && !value.includes('…'))
      .map(({ value }) => value),
    fields: new Set(parts.filter(({ kind }) => kind === 'field').map(({ key, value }) => `${key}=${value}`)),
  }
}
