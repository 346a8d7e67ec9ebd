import { LAYERS, type LayerName } from '#src/domain/layer/layer.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import { parseAddressMoment } from '#src/domain/time/parseAddressMoment.ts'
import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import { days, type DurationMs, type EpochMs, hours } from '#src/domain/time/units.ts'
import { setParams, useHashPath, useParam } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'

/*
 * What is shown lies in the address: `#/s/orders/p/orders-2?layer=resources&signal=memory&range=6h&at=…`. A link shows the
 * same to somebody else.
 */

/** How far back charts reach. */
export const RANGES = {
  '1h': hours(1),
  '6h': hours(6),
  '24h': hours(24),
  '7d': days(7),
  '28d': days(28),
} as const

export type RangeName = keyof typeof RANGES

const DEFAULT_RANGE: RangeName = '24h'

const isRange = (text: string): text is RangeName => Object.hasOwn(RANGES, text)

/** The shortest first. */
export const RANGE_NAMES = Object.keys(RANGES).filter(isRange)

/** A part of a path, as it was before it was written into an address; as it stands where that was not done. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The service, and perhaps the pod, of an address behind `#`; empty texts where it names none. */
export function subjectOf(path: string): { readonly service: string; readonly pod: string } {
  const [, , service = '', , pod = ''] = path.split('/')
  return { service: decoded(service), pod: decoded(pod) }
}

/** What the present address is about. */
export function useSubject(): ReturnType<typeof subjectOf> {
  const [path] = useHashPath()
  return subjectOf(path)
}

/** The address of a service's screen. */
export const serviceHref = (service: string, params: Readonly<Record<string, string>> = {}): string =>
  hashTo(`/s/${encodeURIComponent(service)}`, params)

/** The address of a pod's screen. */
export const podHref = (
  service: string,
  pod: string,
  params: Readonly<Record<string, string>> = {},
): string => hashTo(`/s/${encodeURIComponent(service)}/p/${encodeURIComponent(pod)}`, params)

/** The range that is shown; the usual one where the address names none. */
export function useRange(): { readonly name: RangeName; readonly span: DurationMs } {
  const asked = useParam('range')
  const name = isRange(asked) ? asked : DEFAULT_RANGE
  return { name, span: RANGES[name] }
}

/** A range as the address has it; null for the one that is shown unasked. */
export const rangeParam = (name: RangeName): RangeName | null => (name === DEFAULT_RANGE ? null : name)

/** Shows a whole range: a stretch of it that somebody zoomed into stands over it no more. */
export const setRange = (name: RangeName): void =>
  setParams({ range: rangeParam(name), from: null, to: null })

/** The moment that is looked at, RFC 3339 in the address; null: now. What cannot be read is now, see `useNoMoment`. */
export const useAt = (): EpochMs | null => parseAddressMoment(useParam('at'))

/** What stands in the address in the place of a moment and is none; the empty text where there is no such thing. */
export function useNoMoment(): string {
  const asked = useParam('at')
  return parseAddressMoment(asked) === null ? asked : ''
}

/** Looks at a moment, to the second; null looks at now. */
export const setAt = (at: EpochMs | null, trace: 'push' | 'replace' = 'push'): void =>
  setParams({ at: at === null ? null : printTimestamp(at) }, trace)

/** The layer that the address asks for; null: the first that fails. */
export function useAskedLayer(): LayerName | null {
  const asked = useParam('layer')
  return LAYERS.find((layer) => layer === asked) ?? null
}

export const setLayer = (layer: LayerName | null): void => setParams({ layer })

/** The signal that the address is about; null: none. */
export function useAskedSignal(): Signal | null {
  const asked = useParam('signal')
  return SIGNALS.find((signal) => signal === asked) ?? null
}

/** What charts are compared with: another pod's name, `yesterday` or `last-week`; empty: with nothing. */
export const useComparedWith = (): string => useParam('with')
export const setComparedWith = (other: string | null): void => setParams({ with: other })
