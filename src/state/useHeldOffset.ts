import { useState } from 'react'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import { useBoard } from './useBoard.ts'

/** By less the same clocks differ from one measurement to the next. */
const SAME: DurationMs = seconds(1)

/**
 * What has to be added to this browser's clock to have that of the team's engine, which dates sign-offs. Held while it is
 * measured about the same: a night that began some milliseconds earlier would be another one.
 */
export function useHeldOffset(): DurationMs {
  const offset = useBoard(({ desk }) => desk?.offset ?? 0)
  const [held, setHeld] = useState(offset)
  if (Math.abs(offset - held) < SAME) return held
  setHeld(offset)
  return offset
}
