/** A value or a named failure. Nothing in the domain throws; every edge answers with one of these. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

/** Wraps a success. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

/** Wraps a failure. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })
