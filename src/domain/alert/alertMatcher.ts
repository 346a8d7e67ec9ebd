import type { Labels } from '#src/domain/exposition/exposition.ts'

/** `name = "value"`, with the operators of Alertmanager's matchers and values with or without quotes. */
const MATCHER = /^\s*([a-zA-Z_:][\w:]*)\s*(=~|!~|!=|=)\s*(.*?)\s*$/s

function unquoted(text: string): string | null {
  if (!text.startsWith('"')) return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}

/** Both ends are tied, as Alertmanager ties them; null for an expression that is none here (RE2 has some of its own). */
function expression(text: string): RegExp | null {
  try {
    return new RegExp(`^(?:${text})$`, 's')
  } catch {
    return null
  }
}

function testOf(operator: string, value: string): ((found: string) => boolean) | null {
  if (operator === '=') return (found) => found === value
  if (operator === '!=') return (found) => found !== value
  const pattern = expression(value)
  if (pattern === null) return null
  return operator === '=~' ? (found) => pattern.test(found) : (found) => !pattern.test(found)
}

/**
 * Whether labels fulfil all of these matchers (Alertmanager, "Matcher"), a missing label being an empty one. A matcher
 * that cannot be read is fulfilled by nothing: rather too few of the past than somebody else's.
 */
export function alertMatcher(matchers: readonly string[]): (labels: Labels) => boolean {
  const tests = matchers.map((text) => {
    const [, name = '', operator = '', rest = ''] = MATCHER.exec(text) ?? []
    const value = unquoted(rest)
    const test = name === '' || value === null ? null : testOf(operator, value)
    return (labels: Labels): boolean => test?.(labels[name] ?? '') ?? false
  })
  return (labels) => tests.every((test) => test(labels))
}
