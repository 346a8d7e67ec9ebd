/** What may hold a colon that parts nothing: `(see: below)`, `[a: b]`, `{"error": "x"}`. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/** The quotation mark that ends what the one at `from` begins; −1 where none does. One behind a backslash ends nothing. */
function closingQuote(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    if (text[i] === '\\') i += 1
    else if (text[i] === '"') return i
  }
  return -1
}

/** From where to where a text is quoted or in brackets. What is never closed holds nothing together. */
function heldTogether(text: string): ReadonlyMap<number, number> {
  const spans = new Map<number, number>()
  const open: { readonly at: number; readonly closer: string }[] = []
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? ''
    const closer = CLOSERS.get(character)
    const quoted = character === '"' ? closingQuote(text, i) : -1
    if (closer !== undefined) open.push({ at: i, closer })
    else if (quoted !== -1) {
      spans.set(i, quoted)
      i = quoted
    } else if (open.at(-1)?.closer === character) spans.set(open.pop()?.at ?? i, i)
  }
  return spans
}

const isSeparator = (text: string, i: number): boolean =>
  text[i] === ':' && (i + 1 === text.length || /\s/.test(text[i + 1] ?? ''))

/**
 * A message in the pieces that its wrapping put together with `: `, the outermost first, each without the space around it
 * and never empty. A colon inside quotation marks or brackets, or without a space behind it (a port, a time, a URL, IPv6),
 * parts nothing. Of an empty text there is none.
 */
export function messagePieces(text: string): readonly string[] {
  const spans = heldTogether(text)
  const pieces: string[] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const end = spans.get(i)
    if (end !== undefined) i = end
    else if (isSeparator(text, i)) {
      pieces.push(text.slice(from, i))
      from = i + 1
    }
  }
  pieces.push(text.slice(from))
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}
