const known = new Map<string, string>()

/**
 * A time zone's name, or UTC where this browser does not know it: what another browser has written may name a zone of
 * a later year, or nonsense, and asking the platform for it would throw.
 */
export function knownZone(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  let zone = name
  try {
    zone = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone === '' ? 'UTC' : name
  } catch {
    zone = 'UTC'
  }
  known.set(name, zone)
  return zone
}
