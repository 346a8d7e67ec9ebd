import { texts } from './texts.ts'

/** How many pods a line names before it counts the rest. */
export const NAMED_AT_MOST = 2

/** `a`, `a and b`, `a, b and 3 more`. Of none it is the empty text. */
export function namePods(names: readonly string[]): string {
  const named = names.slice(0, NAMED_AT_MOST)
  const rest = names.length - named.length
  if (rest > 0) return texts.and(named.join(', '), texts.more(rest))
  const [first = '', second] = named
  return second === undefined ? first : texts.and(first, second)
}

/** Where something holds: one pod's name, `both pods`, `all 3 pods`, or `2 of 12 pods`. */
export function wherePods(names: readonly string[], ofPods: number): string {
  const [first] = names
  if (first !== undefined && names.length === 1) return first
  return names.length === ofPods ? texts.all(ofPods) : texts.some(names.length, ofPods)
}

/** What each named pod says, for the end of a line: told once when all say the same, else for the first two. */
export function podFacts(facts: readonly { readonly pod: string; readonly fact: string }[]): string {
  const [first] = facts
  if (first === undefined) return ''
  if (facts.every(({ fact }) => fact === first.fact)) {
    return `${namePods(facts.map(({ pod }) => pod))} ${first.fact}`
  }
  const named = facts.slice(0, NAMED_AT_MOST).map(({ pod, fact }) => `${pod} ${fact}`)
  const rest = facts.length - named.length
  return rest > 0 ? texts.and(named.join(', '), texts.more(rest)) : named.join(', ')
}
