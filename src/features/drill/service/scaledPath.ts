import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** The box that a line is drawn in: whole numbers, stretched to the room there is. */
export const SCALED_BOX = { width: 960, height: 240 } as const

/** Room above and below for the line's own width. */
const PAD = 16

export type Scale = {
  readonly from: EpochMs
  readonly to: EpochMs
  readonly low: number
  readonly high: number
}

const { round, min, max } = Math
const { width, height } = SCALED_BOX

/** How far down a value lies on a scale, 0 to the box's height; what is off it lies on its edge. */
export function yOn({ low, high }: Pick<Scale, 'low' | 'high'>, value: number): number {
  const share = (value - low) / (high - low || 1)
  return round(height - PAD - min(1, max(0, share)) * (height - 2 * PAD))
}

/** How far to the right a moment lies, 0 to the box's width. */
export const xOn = ({ from, to }: Pick<Scale, 'from' | 'to'>, at: EpochMs): number =>
  round(min(1, max(0, (at - from) / (to - from || 1))) * width)

/** A pod's line on a scale that it shares: one sub-path for each stretch without a gap, a lone reading as a dot. Empty of nothing. */
export function scaledPath({ mean, from, step }: SignalHistory, scale: Scale): string {
  let line = ''
  let starts = true
  for (const [i, value] of mean.entries()) {
    if (!Number.isFinite(value)) {
      starts = true
      continue
    }
    const lone = starts && !Number.isFinite(mean[i + 1] ?? Number.NaN)
    // A place is told in its middle.
    const x = xOn(scale, from + (i + 0.5) * step)
    line += `${starts ? 'M' : 'L'}${x} ${yOn(scale, value)}${lone ? 'h8' : ''}`
    starts = false
  }
  return line
}
