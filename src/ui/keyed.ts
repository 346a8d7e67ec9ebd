/** Items with a React key made of their own content; equal ones are told apart by their count, so no key comes twice. */
export function keyed<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, T])[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const key = keyOf(item)
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return [times === 0 ? key : `${key} #${times + 1}`, item]
  })
}
