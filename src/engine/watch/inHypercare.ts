import type { Watch } from '#src/domain/watch/watch.ts'

/** So many services at once are watched more closely. */
const CLOSELY_AT_MOST = 5

/**
 * Services that are watched more closely: those whose hypercare began last. Where much was deployed at once the others
 * keep their pace, so that a whole fleet is never asked twice as often.
 */
export function inHypercare({ services }: Watch): ReadonlySet<string> {
  const cared = [...services.values()].flatMap(({ service, care }) =>
    care === null ? [] : [{ name: service.name, at: care.at }],
  )
  const newest = cared.toSorted((a, b) => b.at - a.at).slice(0, CLOSELY_AT_MOST)
  return new Set(newest.map(({ name }) => name))
}
