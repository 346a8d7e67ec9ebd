const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table of GitHub Flavored Markdown. Cells are Markdown of one line; an empty one stays empty, to be written in. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] => [row(head), row(head.map(() => '---')), ...rows.map(row)]
