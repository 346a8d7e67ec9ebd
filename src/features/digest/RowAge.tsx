import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { Age } from '#src/ui/Age.tsx'

/** Two intervals of health at their default: up to here an age says nothing but that all runs as it should. */
const LATE: DurationMs = seconds(10)

/** A page full of seconds that tick is restless and costs a repaint a row: within the first minute, fives will do. */
function coarse(age: DurationMs): DurationMs {
  const step = age < minutes(1) ? seconds(5) : minutes(1)
  return Math.floor(Math.max(0, age) / step) * step
}

type Props = { readonly observedAt: EpochMs | null }

/** The age of what a row shows. */
export function RowAge({ observedAt }: Props) {
  const age = useOfNow((now) => (observedAt === null ? null : coarse(now - observedAt)))
  return <Age age={age} />
}

/** The same, where it is older than readings are while all runs as it should; nothing of what was never seen. */
export function LateAge({ observedAt }: Props) {
  const isLate = useOfNow((now) => observedAt !== null && now - observedAt >= LATE)
  return isLate ? <RowAge observedAt={observedAt} /> : null
}
