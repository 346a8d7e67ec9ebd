import { type DurationMs, seconds } from '#src/domain/time/units.ts'

/** A page that shows a pod asks for it every few seconds. */
const FOR_SO_LONG: DurationMs = seconds(30)

/** Of which pods more is noted down than of the others, at no further request: those that somebody looks at. */
export type LookedAt = {
  isLookedAt(service: string, pod: string): boolean
  /** Somebody looks at it now, and for half a minute from now on. */
  look(service: string, pod: string): void
  /** Its series are drawn: it is looked at until that is undone. */
  hold(service: string, pod: string, isHeld: boolean): void
}

const keyOf = (service: string, pod: string): string => `${service}\n${pod}`

/** Nobody looks at anything. `monotonic`: milliseconds of a clock that never jumps. */
export function lookedAt(monotonic: () => DurationMs): LookedAt {
  const until = new Map<string, DurationMs>()
  const held = new Set<string>()
  return {
    isLookedAt(service, pod) {
      const key = keyOf(service, pod)
      return held.has(key) || (until.get(key) ?? Number.NEGATIVE_INFINITY) > monotonic()
    },
    look(service, pod) {
      const now = monotonic()
      for (const [key, end] of until) if (end <= now) until.delete(key)
      until.set(keyOf(service, pod), now + FOR_SO_LONG)
    },
    hold(service, pod, isHeld) {
      if (isHeld) held.add(keyOf(service, pod))
      else held.delete(keyOf(service, pod))
    },
  }
}
