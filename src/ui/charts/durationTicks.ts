import { type DurationMs, hours, minutes, seconds } from '#src/domain/time/units.ts'

/** Steps in which people count time; working time has no days. */
const STEPS: readonly DurationMs[] = [
  ...[1, 2, 5, 10, 15, 30].map(seconds),
  ...[1, 2, 5, 10, 15, 30].map(minutes),
  ...[1, 2, 3, 6, 12, 24, 48, 96].map(hours),
]

/** Round durations from 0 on, a step of the same size apart, the last not below `high`. At most `atMost`, from 2 on. */
export function durationTicks(high: DurationMs, atMost: number): readonly DurationMs[] {
  const rough = Math.max(high, seconds(1)) / (atMost - 1)
  const step = STEPS.find((each) => each >= rough) ?? Math.ceil(rough / hours(96)) * hours(96)
  const count = Math.ceil(Math.max(high, step) / step)
  return Array.from({ length: count + 1 }, (_, i) => i * step)
}
