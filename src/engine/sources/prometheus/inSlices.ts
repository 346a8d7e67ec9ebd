import type { DurationMs } from '#src/domain/time/units.ts'
import type { Ports } from '#src/engine/ports.ts'

/** A slice of work this long is not felt: probes and pages wait no longer than that. */
const SLICE: DurationMs = 8

type World = Pick<Ports, 'every' | 'monotonic'>

/** Lets everything else that is due have its turn. */
export const breathe = (ports: World): Promise<void> =>
  new Promise((resolve) => {
    const stop = ports.every(1, () => {
      stop()
      resolve()
    })
  })

/**
 * Runs a long calculation in slices of 8 ms, with a breath between them. `isOff` calls it off at the next breath: the
 * result is then null.
 */
export async function inSlices<T>(
  work: Generator<undefined, T>,
  ports: World,
  isOff: () => boolean,
): Promise<T | null> {
  let began = ports.monotonic()
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
    if (ports.monotonic() - began < SLICE) continue
    await breathe(ports)
    if (isOff()) return null
    began = ports.monotonic()
  }
}
