/** So many are remembered. */
export const MOST_RECENT = 20

/** No key is longer: what is stored may have been written by anybody. */
const LONGEST = 400

/** Keys out of a stored text, the newest first; whatever is not understood is left out. They lead nowhere by themselves: only what exists is found by them. */
export function parseRecent(text: string | null): readonly string[] {
  if (text === null) return []
  try {
    const stored: unknown = JSON.parse(text)
    if (!Array.isArray(stored)) return []
    const keys = stored.filter((key) => typeof key === 'string').filter(({ length }) => length <= LONGEST)
    return [...new Set(keys)].slice(0, MOST_RECENT)
  } catch {
    return []
  }
}

/** With one more, which is the newest now. */
export const withRecent = (recent: readonly string[], key: string): readonly string[] =>
  [key, ...recent.filter((other) => other !== key)].slice(0, MOST_RECENT)
