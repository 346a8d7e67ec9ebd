import { nearest } from '#src/domain/fleet/nearest.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { readFleetDocument, type FleetDocument, type GoodFleet } from './fleetDocument.ts'
import { fileStamp, readSource, sourceName, sourceUrl } from './fleetSource.ts'
import type { FleetSource, SourceFailure } from './fleetSource.ts'
import type { PodTable, PodTarget } from './podTarget.ts'
import { SOURCE_TITLES, type SourceName } from './sourceTarget.ts'

/** What became of the last reading of the fleet file. */
type FleetReading = Result<FleetDocument, SourceFailure>

/** The fleet file, read again whenever it may have changed. */
export type FleetKeeper = {
  /** The file as it is now. */
  read(): Promise<FleetReading>
  /** The newest that was good, by the last reading; null where none ever was. */
  lastGood(): GoodFleet | null
  /** A pod of the last good file, or a sentence that names the nearest one. */
  find(service: string, pod: string): Promise<Result<PodTarget, string>>
  /** A source of the last good file, or a sentence. */
  source(name: SourceName): Promise<Result<PodTarget, string>>
}

// A file on another server is asked for as often as a person would notice.
const URL_FRESH_MS = 2000

const NO_PODS: PodTable = new Map()

const meant = (word: string, known: Iterable<string>): string => {
  const name = nearest(word, [...known])
  return name === null ? '' : ` Did you mean "${name}"?`
}

function lookUp(table: PodTable, service: string, pod: string): Result<PodTarget, string> {
  const pods = table.get(service)
  if (pods === undefined) return err(`The fleet has no service "${service}".${meant(service, table.keys())}`)
  const target = pods.get(pod)
  if (target !== undefined) return ok(target)
  return err(`The service "${service}" has no pod "${pod}".${meant(pod, pods.keys())}`)
}

/** In words, for whoever watches the gateway's terminal; equal words mean nothing new. */
function stateInWords(name: string, reading: FleetReading, lastGood: GoodFleet | null): string {
  const rest = lastGood === null ? '' : ' The last good fleet stays in use.'
  if (!reading.ok) return `${reading.error.sentence}${rest}`
  const document = reading.value
  if (document.kind !== 'good') return `${name} is faulty now; the page says where.${rest}`
  const pods = document.fleet.services.reduce((sum, service) => sum + service.pods.length, 0)
  const left = document.unforwardable.length
  const but = left === 0 ? '' : `, ${left} of them without a whole URL and therefore not forwarded`
  return `${name}: ${document.fleet.services.length} services, ${pods} pods${but}.`
}

/**
 * Keeps a fleet file at hand: a local file is read when its time stamp changed, one on the web every two seconds
 * at most. While it is faulty or away, the last good one and its pods are still found. `notice` hears of changes.
 */
export function keepFleet(source: FleetSource, notice: (sentence: string) => void = () => {}): FleetKeeper {
  let reading: FleetReading | null = null
  let good: GoodFleet | null = null
  let stamp = ''
  let readAt = Number.NEGATIVE_INFINITY
  let said: string | null = null
  let underWay: Promise<FleetReading> | null = null

  const load = async (newStamp: string): Promise<FleetReading> => {
    const text = await readSource(source)
    const next: FleetReading = text.ok ? ok(readFleetDocument(text.value, sourceUrl(source))) : text
    if (next.ok && next.value.kind === 'good') good = next.value
    const words = stateInWords(sourceName(source), next, good)
    if (said !== null && said !== words) notice(words)
    said = words
    stamp = newStamp
    readAt = performance.now()
    reading = next
    return next
  }

  const refresh = async (): Promise<FleetReading> => {
    if ('url' in source) {
      return reading !== null && performance.now() - readAt < URL_FRESH_MS ? reading : load('')
    }
    // Taken before reading: a write in between shows as a change the next time.
    const newStamp = await fileStamp(source.path)
    return reading !== null && newStamp !== '' && newStamp === stamp ? reading : load(newStamp)
  }

  const read = async (): Promise<FleetReading> => {
    underWay ??= refresh().finally(() => {
      underWay = null
    })
    return underWay
  }

  const find: FleetKeeper['find'] = async (service, pod) => {
    const known = lookUp(good?.pods ?? NO_PODS, service, pod)
    const reread = read()
    // A probe does not wait for the fleet file, unless it asks for a pod that only a newer one may know.
    if (known.ok) return known
    await reread
    return lookUp(good?.pods ?? NO_PODS, service, pod)
  }

  const sourceOf: FleetKeeper['source'] = async (name) => {
    await read()
    const target = good?.sources[name] ?? null
    return target === null ? err(`The fleet file names no ${SOURCE_TITLES[name]} to forward to.`) : ok(target)
  }

  return { read, lastGood: () => good, find, source: sourceOf }
}
