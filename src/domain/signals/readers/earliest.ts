import { namesEnding, samplesOf } from '#src/domain/signals/window/sampleIndex.ts'
import { memberName } from './figure.ts'
import { measured, type Measured, type Reader, wantsExact } from './reader.ts'

const byTime = (a: Measured, b: Measured): number =>
  a.value - b.value || ((a.of ?? '') < (b.of ?? '') ? -1 : 1)

/**
 * The earliest of a family's points in time (seconds since 1970), 0 being "never". `by` labels name which.
 */
export const earliest = (name: string, by: readonly string[] = []): Reader => ({
  wants: wantsExact(name),
  read: ({ index }) => {
    const points = samplesOf(index, name).flatMap(({ name, labels, value }) =>
      value > 0 ? (measured(value, name, memberName(labels, by)) ?? []) : [],
    )
    return points.toSorted(byTime)[0] ?? null
  },
})

/** The same over all families whose names end so. */
export const earliestEnding = (ending: string, by: readonly string[]): Reader => ({
  wants: { exact: [], endings: [ending] },
  read: (window) => {
    const found = namesEnding(window.index, ending).flatMap((name) => earliest(name, by).read(window) ?? [])
    return found.toSorted(byTime)[0] ?? null
  },
})

/**
 * A start time told by an uptime; `scale` turns its unit into seconds. It wanders by the length of a scrape.
 */
export const startByUptime = (name: string, scale = 1): Reader => ({
  wants: wantsExact(name),
  read: ({ at, index }) => {
    const samples = samplesOf(index, name)
    const uptime = Math.max(...samples.map(({ value }) => value))
    return measured(at / 1000 - uptime * scale, samples[0]?.name ?? name)
  },
})
