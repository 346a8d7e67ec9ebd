/** That a label has a value. */
type Equality = readonly [name: string, value: string]

/** More is no filter that a person or a template made. */
const MOST_MATCHERS = 50
const MOST_READ = 4000

/** A name (Alertmanager, "Matcher"): bare, or quoted where it has characters that mean something (UTF-8 names). */
const NAME = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s{}!=~,"'`\\]+))\s*/y
const OPERATOR = /=~|!~|!=|=/y
/** A value: quoted, or bare up to the next comma or brace. */
const VALUE = /\s*(?:"((?:[^"\\]|\\.)*)"|([^,{}"]*))\s*/y

/** `\"` and `\\` stand for what is behind the backslash, `\n` for a new line (Alertmanager's matchers, openMetricsEscape). */
const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/gs, (_, character: string) => (character === 'n' ? '\n' : character))

/** Reads on from where the expression last stopped. */
function next(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const contentOf = ([, quoted, bare = '']: RegExpExecArray): string =>
  quoted === undefined ? bare.trim() : unescaped(quoted)

type Read = { readonly equality: Equality | null; readonly end: number }

/** One matcher that begins at a place; null for what is none. Only `=` says what a value is. */
function matcherAt(text: string, at: number): Read | null {
  const name = next(NAME, text, at)
  if (name === null) return null
  const operator = next(OPERATOR, text, at + name[0].length)
  if (operator === null) return null
  const value = next(VALUE, text, operator.index + operator[0].length)
  if (value === null) return null
  return {
    equality: operator[0] === '=' ? [contentOf(name), contentOf(value)] : null,
    end: value.index + value[0].length,
  }
}

/**
 * The labels whose values a filter of Alertmanager's page names: `{service="orders", severity=~"a|b"}` names one. With or
 * without braces. What is no matcher is passed over up to the next comma; at most 50 are read.
 */
export function filterLabels(filter: string): readonly Equality[] {
  const text = filter.slice(0, MOST_READ)
  const found: Equality[] = []
  let at = /^\s*\{?/.exec(text)?.[0].length ?? 0
  for (let n = 0; n < MOST_MATCHERS && at < text.length; n++) {
    const matcher = matcherAt(text, at)
    if (matcher?.equality) found.push(matcher.equality)
    const comma = text.indexOf(',', matcher?.end ?? at)
    if (comma === -1) break
    at = comma + 1
  }
  return found
}

/** `label=value` as karma writes it: no `@receiver`, no `!=`, `=~`, `>`; its values have no quotes. */
const KARMA = /^\s*([^\s@{}!=~<>,"'`\\][^\s{}!=~<>,"'`\\]*)=(?![~=])(.*)$/s

/** The label that a filter of karma's page (`q=`) names, or null: `q=service=orders`; `@state=active` is no label. */
export function karmaLabel(filter: string): Equality | null {
  const [, name, value] = KARMA.exec(filter.slice(0, MOST_READ)) ?? []
  return name === undefined || value === undefined ? null : [name, value.trim()]
}
