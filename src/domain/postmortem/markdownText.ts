/** Text of a log that is longer is told in its beginning. */
const MOST_CHARACTERS = 400

const ELLIPSIS = '…'

function clip(text: string): string {
  const characters = Array.from(text)
  return characters.length <= MOST_CHARACTERS
    ? text
    : `${characters
        .slice(0, MOST_CHARACTERS - 1)
        .join('')
        .trimEnd()}${ELLIPSIS}`
}

/** What ends a line, cannot be seen, or turns the direction of what follows (Unicode UAX 9): a blank instead. */
const BLANKS = /[\p{Cc}\p{Zl}\p{Zp}\s\u202A-\u202E\u2066-\u2069]+/gu

/** A heading, a list, a rule or the underline of a heading, where it stands first. */
const AT_START = /^(?:#|[-+=](?=[-=\s]|$))/

/** Keeps a mention from telling people who have nothing to do with it: it cannot be seen and joins words (U+2060). */
const WORD_JOINER = '\u2060'

/**
 * Text of somebody else as one line of Markdown that shows it as it is: no heading, list, table, emphasis, image, link,
 * HTML, entity or mention comes of it, also where it stands alone in a table's cell. Any ASCII punctuation may follow a
 * backslash (CommonMark 0.31, "Backslash escapes"); addresses become links by themselves only where scheme and `www.` are
 * whole (GitHub Flavored Markdown, "Autolinks"). What marks nothing up is not escaped, so that the source stays legible.
 * Longer than 400 characters it is cut.
 */
export function markdownText(text: string): string {
  return clip(text.replace(BLANKS, ' ').trim())
    .replace(/[\\`*[\]<>|~$]/g, String.raw`\$&`)
    .replace(/&(?=#|\w)/g, String.raw`\&`)
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replaceAll('://', String.raw`:\/\/`)
    .replace(/(www)\./gi, String.raw`$1\.`)
    .replace(/@(?=\w)/g, `@${WORD_JOINER}`)
    .replace(AT_START, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
}
