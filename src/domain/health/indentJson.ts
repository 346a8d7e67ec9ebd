/** Deeper levels are indented as this one: a body of nothing but brackets must not grow by its square. */
const LEVELS = 24
const STEP = '  '

const TOKEN = /"(?:[^"\\]|\\[^])*(?:"|$)|[{}[\],:]|[^\s"{}[\],:]+/g

/**
 * JSON with each value on a line of its own, to the letter otherwise: numbers and texts are copied, not read, so that
 * nothing is rounded and a body that was cut, or has a fault, is indented as far as it goes. At most about `cap` characters;
 * `isCut` says whether there was more. Empty lists and objects stay on one line.
 */
export function indentJson(text: string, cap: number): { readonly text: string; readonly isCut: boolean } {
  const out: string[] = []
  let [level, length, before] = [0, 0, '']
  for (const [token] of text.matchAll(TOKEN)) {
    if (length > cap) return { text: out.join('').slice(0, cap), isCut: true }
    const closes = token === '}' || token === ']'
    if (closes) level = Math.max(0, level - 1)
    const glue = between(before, token, level)
    out.push(glue, token === ':' ? ': ' : token)
    length += glue.length + token.length + 1
    if (token === '{' || token === '[') level += 1
    before = token
  }
  return { text: out.join(''), isCut: false }
}

const isOpen = (token: string): boolean => token === '{' || token === '['

function between(before: string, token: string, level: number): string {
  if (before === '' || token === ',' || token === ':' || before === ':') return ''
  if (isOpen(before) && (token === '}' || token === ']')) return ''
  if (isOpen(before) || before === ',' || token === '}' || token === ']')
    return `\n${STEP.repeat(Math.min(level, LEVELS))}`
  return ' '
}
