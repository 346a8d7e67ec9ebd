/** The four lights. `unknown` is grey, "cannot see", and never stands for green. */
export type Light = 'green' | 'orange' | 'red' | 'unknown'

/** Worst first: the order of the digest, and of every roll-up. */
export const WORST_FIRST: readonly Light[] = ['red', 'orange', 'unknown', 'green']

/** 0 for red up to 3 for green: smaller is worse. */
export const lightRank = (light: Light): number => WORST_FIRST.indexOf(light)

/** The worst of some lights. Of none it is `unknown`: nothing seen is not green. */
export function worstLight(lights: Iterable<Light>): Light {
  let worst: Light | null = null
  for (const light of lights) {
    if (worst === null || lightRank(light) < lightRank(worst)) worst = light
  }
  return worst ?? 'unknown'
}
