import { Registry } from 'prom-client'

/**
 * A registry of what belongs to the process and not to one pod of it. Pods that share a process share it too:
 * each set of default metrics brings its own event-loop monitor and garbage-collection observer.
 */
export function oncePerProcess(fill: (registry: Registry) => void): () => Registry {
  let made: Registry | null = null
  return () => {
    if (made === null) {
      made = new Registry()
      fill(made)
    }
    return made
  }
}
