import type { PlaceName } from '#src/domain/palette/places.ts'
import { CHORD_KEY, PLACES } from '#src/domain/palette/places.ts'

const TO: Readonly<Record<PlaceName, string>> = {
  digest: 'to the digest',
  board: 'to the incident board',
  check: 'to the morning check',
  wall: 'to the wall',
  reach: 'to the reachability',
  rules: 'to the rules',
  figures: 'to the figures',
  preferences: 'to the preferences',
}

/** The keys that every screen has, in English: for the list behind `?`. */
export const englishEverywhere = {
  heading: 'Everywhere',
  list: [
    ['/  Ctrl-K  ⌘K', 'find a service, pod, ticket, signal, rule, screen or action'],
    ['/  /', 'to the box that filters the list of this screen'],
    ...PLACES.map(({ name, key }) => [`${CHORD_KEY}  ${key}`, TO[name]] as const),
  ] as readonly (readonly [string, string])[],
}
