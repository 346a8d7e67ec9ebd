import { MAPPABLE_SIGNALS, type MappableSignal, type MappedSignal } from '#src/domain/signals/mappedSignal.ts'
import type { MappedSignalsFile } from './signalsFile.ts'

type MappedFile = NonNullable<MappedSignalsFile[MappableSignal]>

function built(signal: MappableSignal, file: MappedFile): MappedSignal {
  const { metric, labels, of, per, scale, boundMetric } = typeof file === 'string' ? { metric: file } : file
  return {
    signal,
    metric,
    labels: labels ?? {},
    of: of ?? null,
    per: per ?? null,
    scale: scale ?? 1,
    boundMetric: boundMetric ?? null,
  }
}

/** The metrics that tell signals of a service: what it names itself goes before what the fleet names for all. */
export const buildMappedSignals = (
  own: MappedSignalsFile | undefined,
  fleet: MappedSignalsFile | undefined,
): readonly MappedSignal[] =>
  MAPPABLE_SIGNALS.flatMap((signal) => {
    const file = own?.[signal] ?? fleet?.[signal]
    return file === undefined ? [] : [built(signal, file)]
  })
