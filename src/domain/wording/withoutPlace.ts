import { wherePods } from './namePods.ts'
import { texts } from './texts.ts'

/** Whom a reason concerns. */
type Place = { readonly pods: readonly { readonly pod: string }[]; readonly ofPods: number }

/**
 * What a reason says without `on orders-1` or `on 2 of 3 pods`, for a place that tells of which service it is and how many of its
 * pods are out: there the cause matters more. A text that names its pods in another way stays as it is.
 */
export function withoutPlace(text: string, { pods, ofPods }: Place): string {
  const names = pods.map(({ pod }) => pod)
  return text.replace(` ${texts.on(wherePods(names, ofPods))}`, () => '')
}
