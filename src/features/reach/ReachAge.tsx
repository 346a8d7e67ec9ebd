import { type DurationMs, type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useOfNow } from '#src/state/useNow.ts'
import { Age } from '#src/ui/Age.tsx'

/** Within the first minute fives will do: a page full of seconds that tick is restless. */
function coarse(age: DurationMs): DurationMs {
  const step = age < minutes(1) ? seconds(5) : minutes(1)
  return Math.floor(Math.max(0, age) / step) * step
}

/** How long ago something was seen; nothing where it never was. */
export function ReachAge({ at }: { readonly at: EpochMs | null }) {
  const age = useOfNow((now) => (at === null ? null : coarse(now - at)))
  if (age === null) return null
  return (
    <span>
      <Age age={age} /> {screenTexts.ago}
    </span>
  )
}
