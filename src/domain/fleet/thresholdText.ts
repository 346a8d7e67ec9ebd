import { printDuration } from '#src/domain/time/printDuration.ts'
import type { Threshold } from '#src/domain/verdict/rule.ts'

/** The thresholds that a fleet file writes as a text with a unit; the others are plain numbers. */
const DURATIONS: ReadonlySet<Threshold> = new Set([
  'levelCpuFor',
  'certificateOrange',
  'certificateRed',
  'driftMargin',
  'latencyRedFor',
  'latencyAtLeast',
  'excursionFor',
  'gcPauseOrange',
  'gcPauseRed',
  'pauseRedFor',
  'loopLagOrange',
  'loopLagRed',
  'loadPatience',
  'slowAnswer',
  'restartMemory',
  'crashLoopWindow',
  'rolloutWindow',
  'startUpWindow',
  'hypercare',
])

/** A threshold as it is written in a fleet file: `0.85`, `3`, `"15m"`. */
export const thresholdText = (name: Threshold, value: number): string =>
  DURATIONS.has(name) ? `"${printDuration(value)}"` : `${value}`
