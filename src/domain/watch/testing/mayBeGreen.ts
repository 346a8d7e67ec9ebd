import type { Service } from '#src/domain/fleet/fleet.ts'
import { clockOf, type Said, type World } from './world.ts'

const isReading = ({ letter }: Said): boolean => 'GODU'.includes(letter)

const newest = (said: readonly Said[]): Said | undefined =>
  said.reduce<Said | undefined>(
    (best, one) => (best === undefined || one.realAt > best.realAt ? one : best),
    undefined,
  )

/** Nothing is there, and nothing was there as long as a reading lasts before. */
function isMissing(said: readonly Said[], era: number): boolean {
  const last = newest(said)
  if (last?.letter !== 'N') return false
  const reading = newest(said.filter(isReading))
  if (reading === undefined) return true
  // Older in truth, or by the clock; once that was set, it is not known how old.
  return (
    last.ended.at - reading.ended.at > reading.ended.freshFor ||
    last.realAt - reading.realAt > reading.ended.freshFor ||
    reading.era !== era
  )
}

/** The newest of some readings was good, and is within its freshness window, by the clock and in truth. */
function isGood(world: World, said: readonly Said[]): boolean {
  const reading = newest(said.filter(isReading))
  if (reading === undefined || reading.letter !== 'G') return false
  const { at, freshFor } = reading.ended
  const age = clockOf(world) - at
  return age >= -1000 && age <= freshFor && world.real - reading.realAt <= freshFor + 1000
}

/**
 * Whether a pod may be shown green, from the history alone and with none of the code that is judged by it: the newest
 * reading of the endpoint that stands for its life was healthy, and it is within its freshness window by the clock
 * and in truth; and so is that of its readiness, where the fleet file names a path for it. A clock that is set back by
 * less than a second is not noticed.
 */
export function mayBeGreen(world: World, service: Service, pod: string): boolean {
  const told = world.said.filter(
    ({ told, ended }) => told && ended.service === service.name && ended.pod === pod,
  )
  const of = (endpoint: string): Said[] => told.filter(({ ended }) => ended.endpoint === endpoint)
  const [health, metrics] = [of('health'), of('metrics')]
  const noHealth = service.endpoints.health === false || isMissing(health, world.era)
  const hasMetrics = metrics.length > 0 && newest(metrics)?.letter !== 'N'
  const lives = isGood(world, noHealth && hasMetrics ? metrics : health)
  return lives && (typeof service.endpoints.ready !== 'string' || isGood(world, of('ready')))
}
