import { historyBetween } from '#src/domain/series/history.ts'
import { seriesName } from '#src/domain/series/historyBook.ts'
import type { StartMark } from '#src/domain/series/startLife.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { Assessment } from '#src/domain/slope/assessment.ts'
import type { FitExplanation } from '#src/domain/slope/explainFit.ts'
import { days, type EpochMs, hours } from '#src/domain/time/units.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import { boundOf, type Following, slopeOptions } from './following.ts'

/** What the slope of one signal of one pod rests on: its samples, which of them were used, and the line through them. */
export type SlopeExplained = FitExplanation & {
  readonly signal: Signal
  readonly pod: string
  readonly assessment: Assessment
  readonly bound: number | null
  readonly marks: readonly StartMark[]
}

/** A third more than the window is shown, so that what was left out before it is seen. */
const AROUND = 4 / 3

function shownFrom({ windowHours, since }: Assessment, at: EpochMs): EpochMs {
  const told = Math.max(hours(windowHours), since === null ? 0 : at - since)
  return at - Math.max(days(1), AROUND * told)
}

/** Explains a slope as of the newest page that was read. Null for a signal that the pod has not, or that is not judged. */
export function explainSlope(memory: Following, pod: PodFacts, signal: Signal): SlopeExplained | null {
  const name = seriesName(pod.service.name, pod.pod.name, signal)
  const options = slopeOptions(pod, signal)
  const at = pod.tracks.metrics?.lastReading?.at ?? null
  const history = memory.histories.get(name)
  const assessment = memory.drifts.assess(name, options)
  if (at === null || history === null || assessment === null) return null
  const from = shownFrom(assessment, at)
  const marks = memory.marks.marksOf(pod.service.name, pod.pod.name)
  const bins = historyBetween(history, from, at + 1)
  const starts = marks.map((mark) => mark.at)
  const explained = memory.drifts.explain(name, options, bins, starts)
  if (explained === null) return null
  return {
    ...explained,
    signal,
    pod: pod.pod.name,
    assessment,
    bound: boundOf(pod, signal),
    marks: marks.filter((mark) => mark.at >= from),
  }
}
