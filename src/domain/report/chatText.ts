import { markdownText } from '#src/domain/postmortem/markdownText.ts'
import { clipText, plainLine } from './plainLine.ts'
import { MOST_LINE } from './reportCaps.ts'

/** It cannot be seen and joins words (U+2060): what has it inside is no mention, no emoji and no address to any client. */
const JOINER = '\u2060'

/** A list, a quote or a heading, where it stands first. */
const AT_START = /^(?=[>#+•-]|\d+[.)])/

/** What Slack would mark up, for which it knows no escape: a character that looks the same and means nothing. */
const LOOKS_LIKE: Readonly<Record<string, string>> = { '*': '∗', '`': 'ˋ', '~': '∼', _: 'ˍ' }

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Mentions and emoji by name: `@here`, `#general`, `:tada:`; a clock time before a colon is none. */
const unnamed = (text: string): string =>
  text.replace(/[@#](?=[^\s\u2060])|(?<!\d):(?=[\w+'-]+:)|:(?=\d*[a-z_+'-][\w+'-]*:)/gi, `$&${JOINER}`)

/** Chat clients make a link of whatever has a scheme, and of a name with a dot in it. */
const unlinked = (text: string): string =>
  text
    .replace(/:(?=\\?\/)/g, `:${JOINER}`)
    .replace(/(?<=www)\\?\.|(?<=[\p{L}\p{N}])\\?\.(?=\p{L}{2})/giu, `${JOINER}$&`)

/**
 * Text of anybody as one line of Slack's mrkdwn that shows it as it is. `&`, `<` and `>` are entities, as Slack wants them;
 * so no `<!channel>`, `<@U123>` or `<https://…|label>` comes of it.
 */
export const slackText = (text: string, most: number = MOST_LINE): string =>
  unnamed(unlinked(clipText(plainLine(text), most)))
    .replace(AT_START, JOINER)
    .replace(/[&<>]/g, (found) => ENTITIES[found] ?? found)
    .replace(/[*`~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (found) => LOOKS_LIKE[found] ?? found)

/** The same for a page of a wiki in Markdown, whose braces may be macros; addresses stay legible and are no links. */
export const wikiText = (text: string, most: number = MOST_LINE): string =>
  unnamed(markdownText(clipText(plainLine(text), most)).replace(/[{}]/g, String.raw`\$&`))

/** The same for Webex and Teams, which look for addresses in what Markdown leaves. */
export const chatText = (text: string, most: number = MOST_LINE): string => unlinked(wikiText(text, most))
