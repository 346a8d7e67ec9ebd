/** Milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number & { readonly unit?: 'epoch-ms' }

/** A length of time in milliseconds, never negative. */
export type DurationMs = number & { readonly unit?: 'duration-ms' }

/** A size in bytes. */
export type Bytes = number & { readonly unit?: 'bytes' }

export const seconds = (n: number): DurationMs => n * 1000
export const minutes = (n: number): DurationMs => n * 60_000
export const hours = (n: number): DurationMs => n * 3_600_000
export const days = (n: number): DurationMs => n * 86_400_000

export const kibibytes = (n: number): Bytes => n * 1024
export const mebibytes = (n: number): Bytes => n * 1024 * 1024
