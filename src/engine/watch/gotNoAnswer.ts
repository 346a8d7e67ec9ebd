import type { ProbeEnded } from '#src/domain/watch/observation.ts'

/** A network that swallows packets shows as time-outs, one that is gone as failures. */
export const gotNoAnswer = ({ result }: ProbeEnded): boolean =>
  !result.ok &&
  (result.error.kind === 'timeout' || (result.error.kind === 'unreachable' && result.error.by === 'browser'))
