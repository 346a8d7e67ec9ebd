import type { ServiceNight } from '#src/domain/night/night.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { CheckChange } from './morningCheck.ts'

/** What is known of one service at both ends of a check. */
export type BothEnds = {
  readonly light: Light
  readonly night: Pick<ServiceNight, 'before' | 'spells'> | null
  /** The light that the sign-off recorded for it; null where it has no mark on it. */
  readonly marked: Light | null
}

/** How it stood when the check began to look: as it was seen, else as somebody marked it. Grey is no sight. */
function lightThen({ night, marked }: BothEnds): Light | null {
  const seen = night?.before?.light ?? null
  const then = seen === null || seen === 'unknown' ? marked : seen
  return then === 'unknown' ? null : then
}

const RED: Readonly<Record<Light, CheckChange>> = {
  red: 'still-red',
  orange: 'worse',
  green: 'new-red',
  unknown: 'new-red',
}

const ORANGE: Readonly<Record<Light, CheckChange>> = {
  red: 'better',
  orange: 'still-orange',
  green: 'new-orange',
  unknown: 'new-orange',
}

/** Well now: whoever says that it was in trouble is believed, the night or the mark of a sign-off. */
function wasInTrouble({ night, marked }: BothEnds): boolean {
  const then = new Set([night?.before?.light, marked])
  return (night?.spells.length ?? 0) > 0 || then.has('red') || then.has('orange')
}

/** How a service stands against the last sign-off: see `CheckChange`. What was not seen then counts as well then. */
export function changeOf(ends: BothEnds): CheckChange {
  const then = lightThen(ends) ?? 'unknown'
  switch (ends.light) {
    case 'red':
      return RED[then]
    case 'orange':
      return ORANGE[then]
    case 'unknown':
      return 'unseen'
    case 'green':
      return wasInTrouble(ends) ? 'recovered' : 'well'
  }
}
