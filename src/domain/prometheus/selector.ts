/** One condition on a label: its value is one of these. */
export type LabelIs = { readonly label: string; readonly values: readonly string[] }

/** Text as PromQL writes it between double quotes (Go's escapes; a lone half of a UTF-16 pair has none). */
const quoted = (text: string): string => JSON.stringify(text.replaceAll(/\p{Cs}/gu, '\u{FFFD}'))

/** RE2's own QuoteMeta: every character that means something in an expression, taken literally. */
const literally = (text: string): string => text.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`)

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].sort()

function condition({ label, values }: LabelIs): string {
  const all = unique(values)
  const [only = ''] = all
  // Matchers are anchored at both ends, so an alternation of literal values is exactly these values.
  return all.length > 1 ? `${label}=~${quoted(all.map(literally).join('|'))}` : `${label}=${quoted(only)}`
}

/**
 * An instant vector selector (Prometheus, "Querying basics") for all series that fulfil every condition, such as
 * `{__name__=~"a|b",job="orders"}`. Values are escaped, names of labels are taken as they are. A condition without
 * values asks for series that lack the label.
 */
export const selector = (conditions: readonly LabelIs[]): string => `{${conditions.map(condition).join(',')}}`

/** How long a text is in the query string of a URL. */
export const encodedLength = (text: string): number =>
  encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\u{FFFD}')).length
