import type { ServiceRow, Spark } from '#src/domain/digest/digestRow.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Reason, ReasonKind } from '#src/domain/verdict/reason.ts'

/** Which signal a kind of reason is about, where its evidence does not name one. */
const SIGNAL_OF: Readonly<Partial<Record<ReasonKind, Signal>>> = {
  'pool-exhausted': 'poolInUse',
  errors: 'errorRatio',
  'event-loop': 'eventLoopLag',
  'gc-cpu': 'gcCpu',
  utilisation: 'utilisation',
}

const isAbout = ({ kind, pods }: Reason, signal: Signal): boolean =>
  SIGNAL_OF[kind] === signal || pods.some((evidence) => 'signal' in evidence && evidence.signal === signal)

/** A row's line, if one of its reasons is about that signal; a line that explains nothing is noise. */
export const telltale = ({ spark, reasons }: ServiceRow): Spark | null =>
  spark !== null && reasons.some((reason) => isAbout(reason, spark.signal)) ? spark : null
