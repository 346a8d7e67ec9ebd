import type { Endpoint } from '#src/domain/fleet/fleet.ts'
import type { ProbeFailure } from '#src/domain/probe/probeFailure.ts'
import type { Bytes, DurationMs, EpochMs } from '#src/domain/time/units.ts'

/**
 * How the time of one request was spent, as far as the browser tells (W3C Resource Timing). Of another origin it tells
 * nothing but the whole, unless that answers `Timing-Allow-Origin`: then there is no timing at all.
 */
export type RequestTiming = {
  /** Looking the name up; 0 where the connection was there already. */
  readonly dns: DurationMs
  /** Connecting, the TLS handshake included; 0 as above. */
  readonly connect: DurationMs
  /** From the question to the first byte of the answer. */
  readonly wait: DurationMs
  /** From the first to the last byte. */
  readonly receive: DurationMs
  /** `http/1.1`, `h2`, `h3`; empty where it is not told. */
  readonly protocol: string
}

/** A body as far as it is kept, as text: never anything but text. */
export type HeardBody = { readonly text: string; readonly isCut: boolean }

/** What was asked of one endpoint last, and what came back, whatever was made of it. */
export type Heard = {
  readonly endpoint: Endpoint
  /** In full, as this browser asked it. */
  readonly url: string
  readonly at: EpochMs
  readonly took: DurationMs
  /** Null where no answer came whose head may be read. */
  readonly status: number | null
  readonly contentType: string | null
  /** Received, as far as it was read; null as above. */
  readonly bytes: Bytes | null
  /** Null where the browser does not tell, and of pods that nobody looks at. */
  readonly timing: RequestTiming | null
  /** Of a metrics page, which is too long, and where nothing came: null. */
  readonly body: HeardBody | null
}

/** The newest failure of an endpoint, which may have answered since. */
export type HeardFailure = {
  readonly endpoint: Endpoint
  readonly at: EpochMs
  readonly failure: ProbeFailure
}
