import { serviceOfLabels, type ServiceNames } from '#src/domain/alert/serviceOfLabels.ts'
import type { Silence, SilenceMatcher } from '#src/domain/alert/silence.ts'
import { fleetNames } from '#src/domain/cascade/fleetNames.ts'
import type { Fleet } from '#src/domain/fleet/fleet.ts'
import type { AlertmanagerSource } from '#src/domain/fleet/ticketSettings.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import { compareText } from '#src/domain/ticket/eventOrder.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { CheckSilence } from './checkLog.ts'

/** An Alertmanager may hold thousands for other teams: those that end first are told. */
const MOST_SILENCES = 300
const COMMENT_CAP = 500
const TEXT_CAP = 200
const MOST_MATCHERS = 20

const OPERATORS = { equal: ['!=', '='], regex: ['!~', '=~'] } as const

/** As Alertmanager writes it: `service="orders"`, `pod=~"orders-.*"`. */
function matcherText({ name, value, isRegex, isEqual }: SilenceMatcher): string {
  const operator = OPERATORS[isRegex ? 'regex' : 'equal'][Number(isEqual)]
  return oneLine(`${name}${operator}${JSON.stringify(value)}`, TEXT_CAP)
}

/** Only what is equal to something names it. */
function serviceOf(
  { matchers }: Silence,
  { serviceLabels }: AlertmanagerSource,
  names: ServiceNames,
): string | null {
  const plain = matchers.filter(({ isRegex, isEqual }) => isEqual && !isRegex)
  const labels = new Map(plain.map(({ name, value }) => [name, value]))
  return serviceOfLabels(Object.fromEntries(labels), serviceLabels, names)
}

/**
 * Silences that hold at `now` or will, those that end first at the top, with the service of the fleet that they name. Of more
 * than 300 those of services of the fleet come before others.
 */
export function checkSilences(
  silences: readonly Silence[],
  source: AlertmanagerSource,
  fleet: Pick<Fleet, 'services'>,
  now: EpochMs,
): readonly CheckSilence[] {
  const exact = new Set(fleet.services.map(({ name }) => name))
  const names = { exact, fleet: fleetNames(exact) }
  const told = silences
    .filter(({ endsAt }) => endsAt > now)
    .map((silence) => ({
      id: oneLine(silence.id, TEXT_CAP),
      comment: oneLine(silence.comment, COMMENT_CAP),
      by: oneLine(silence.createdBy, TEXT_CAP),
      from: silence.startsAt,
      to: silence.endsAt,
      matchers: silence.matchers.slice(0, MOST_MATCHERS).map(matcherText),
      service: serviceOf(silence, source, names),
    }))
    .sort((a, b) => a.to - b.to || compareText(a.id, b.id))
  const [own, others] = [true, false].map((isOwn) =>
    told.filter(({ service }) => (service !== null) === isOwn),
  )
  const kept = new Set([...(own ?? []), ...(others ?? [])].slice(0, MOST_SILENCES))
  return told.filter((silence) => kept.has(silence))
}
