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

/** What must be left of each name for the rest to be worth leaving out: `orders-1` is short enough. */
const LEAST_LEFT = 4

/** The beginning that all names share, up to the last separator in it. */
function sharedStart(names: readonly string[]): string {
  const [first = '', ...others] = names
  let length = first.length
  for (const name of others) {
    let same = 0
    while (same < length && name[same] === first[same]) same += 1
    length = same
  }
  return /^.*[-._/]/.exec(first.slice(0, length))?.[0] ?? ''
}

/**
 * Names without the beginning that all of them share, which says only of which service they are: `…w7fpc` and
 * `…mh5z2` of `storefront-fqswn-w7fpc` and `storefront-fqswn-mh5z2`. A single name, or short ones, stay whole.
 */
export function shortNames(names: readonly string[]): readonly string[] {
  const start = names.length < 2 ? '' : sharedStart(names)
  if (start === '' || names.some((name) => name.length - start.length < LEAST_LEFT)) return names
  return names.map((name) => `…${name.slice(start.length)}`)
}

/** For brackets behind a text: `a`, `a, b`, `a, b and 3 more`, each as short as it may be. */
export function listPods(names: readonly string[]): string {
  const named = shortNames(names).slice(0, NAMED_AT_MOST).join(', ')
  const rest = names.length - NAMED_AT_MOST
  return rest > 0 ? texts.and(named, texts.more(rest)) : named
}

/**
 * What some pods say, the most common first, with the names behind it: in a narrow line the cause matters more.
 * `timed out after 4 s (a, b), HTTP 500 (c)`; more than two sayings are counted.
 */
export function podFacts(facts: readonly { readonly pod: string; readonly fact: string }[]): string {
  const groups = new Map<string, string[]>()
  for (const { pod, fact } of facts) groups.set(fact, [...(groups.get(fact) ?? []), pod])
  const sorted = [...groups].toSorted(([, a], [, b]) => b.length - a.length)
  const told = sorted.slice(0, NAMED_AT_MOST).map(([fact, pods]) => texts.named(fact, listPods(pods)))
  const rest = sorted.slice(NAMED_AT_MOST).reduce((sum, [, pods]) => sum + pods.length, 0)
  return rest > 0 ? texts.and(told.join(', '), texts.more(rest)) : told.join(', ')
}
