import type { Chosen } from '#src/domain/preferences/preferences.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishPreferences as words } from '#src/domain/wording/englishPreferences.ts'
import { formatClock } from '#src/domain/wording/formatMoment.ts'
import { useNow } from '#src/state/useNow.ts'
import { useScreen } from '#src/state/screen.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { ChoiceGroup } from './ChoiceGroup.tsx'
import { Section } from './Section.tsx'

/** In which zone moments are told, each with what time it is there. */
export function ZonePart() {
  const { viewersZone } = useScreen()
  const fleet = useWatch(({ strip }) => strip?.timeZone ?? null)
  const now = useNow(minutes(1))
  const zones = { mine: viewersZone, fleet, utc: 'UTC' }
  const fact = (choice: Chosen<'zone'>): string => {
    const zone = zones[choice]
    return zone === null ? words.fleetUnknown : `${words.zoneNow(zone, formatClock(now, zone))}.`
  }
  return (
    <Section title={words.sections.times} meant={words.meant.times}>
      <ChoiceGroup name="zone" fact={fact} />
    </Section>
  )
}
