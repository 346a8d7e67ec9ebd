type Pair = readonly [key: string, value: string]

/** `key=value`, `key="a value"`; a key begins with a letter, so that `1=2` and `a==b` are none. */
const PAIR = /(?<=^|\s)([A-Za-z_@][\w.@/-]{0,79})=(?:"((?:[^"\\]|\\.)*)"|([^\s"=][^\s"]*))(?=\s|$)/g

/** Between pairs at the end of a line stands nothing else. */
const BETWEEN = /^[\s,;|]*$/

/**
 * The key=value pairs in a line of text (logfmt, as by Heroku's and Go's loggers). `rest` is the line without those that
 * end it, which follow the message; pairs within the message stay in it and are told besides.
 */
export function readPairs(line: string): { readonly pairs: readonly Pair[]; readonly rest: string } {
  const found = [...line.matchAll(PAIR)]
  const pairs = found.map(([, key = '', quoted, bare = '']): Pair => [
    key,
    quoted === undefined ? bare : plain(quoted),
  ])
  let end = line.length
  for (const match of found.toReversed()) {
    const after = match.index + match[0].length
    if (!BETWEEN.test(line.slice(after, end))) break
    end = match.index
  }
  return { pairs, rest: line.slice(0, end).trim() }
}

const plain = (quoted: string): string => quoted.replaceAll(/\\(.)/g, '$1')
