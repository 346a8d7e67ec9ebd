import type { Sample } from '#src/domain/exposition/exposition.ts'

const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' }

const NEEDS_ESCAPE = /[\\"\n]/

const escaped = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replaceAll(/[\\"\n]/g, (each) => ESCAPED[each] ?? each) : text

const PLAIN_LABEL = /^[a-zA-Z_]\w*$/

/** Other names are quoted since Prometheus 3. */
const labelText = (label: string): string => (PLAIN_LABEL.test(label) ? label : `"${escaped(label)}"`)

/** A longer text is no name to send to and fro; what is behind it is told by its hash. */
const LONGEST = 1000

/** FNV-1a over UTF-16 units, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * The text that stands for a series: `name{a="b"}` with its labels in the order of the page, escaped as the text format
 * has it (Prometheus, "Exposition formats"). The same series has the same text on every page of a client, since clients
 * keep the order of labels. At most 1,009 UTF-16 units: a longer one is cut, and ends in a hash of the whole.
 */
export function seriesId({ name, labels }: Pick<Sample, 'name' | 'labels'>): string {
  let inner = ''
  for (const label of Object.keys(labels)) {
    inner += `${inner === '' ? '' : ','}${labelText(label)}="${escaped(labels[label] ?? '')}"`
  }
  const id = inner === '' ? name : `${name}{${inner}}`
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST)}#${hashOf(id)}`
}

/** The name of the sample that such a text stands for: all before its first brace. */
export const nameOfId = (id: string): string => {
  const brace = id.indexOf('{')
  return brace < 0 ? id : id.slice(0, brace)
}
