/** A stretch of a text; `isShared`: one of the marked phrases. */
export type TextPart = { readonly text: string; readonly isShared: boolean }

/** Splits a text at every occurrence of some phrases, the longest first; joined, the parts are the text again. */
export function markShared(text: string, phrases: readonly string[]): readonly TextPart[] {
  const [phrase, ...shorter] = phrases.filter((one) => one !== '').toSorted((a, b) => b.length - a.length)
  if (phrase === undefined) return text === '' ? [] : [{ text, isShared: false }]
  const parts: TextPart[] = []
  const [first = '', ...others] = text.split(phrase)
  parts.push(...markShared(first, shorter))
  for (const rest of others) parts.push({ text: phrase, isShared: true }, ...markShared(rest, shorter))
  return parts
}
