import { linkAddress } from '#src/domain/postmortem/markdownLink.ts'
import { chatText, slackText, wikiText } from './chatText.ts'

/** Where a report is pasted: each reads another markup. */
export type Dialect = 'slack' | 'webex' | 'teams' | 'wiki'

/** How a dialect writes things. All but `text` take what is marked up already. */
export type Writer = {
  /** Somebody's text as one line, shown as it is; of more than `most` characters its beginning. */
  readonly text: (text: string, most?: number) => string
  readonly title: (text: string) => string
  readonly heading: (text: string) => string
  readonly strong: (text: string) => string
  readonly item: (text: string) => string
  /** An item below an item. */
  readonly below: (text: string) => string
  /** A view of the dashboard; only its label where its address is not known. `link` begins with `#/`. */
  readonly link: (label: string, link: string, page: string | null) => string
}

const strong = (text: string): string => (text === '' ? '' : `**${text}**`)

const markdown: Omit<Writer, 'text' | 'title' | 'heading'> = {
  strong,
  item: (text) => `- ${text}`,
  below: (text) => `    - ${text}`,
  link: (label, link, page) => {
    const address = linkAddress(link, page)
    return address === null ? strong(label) : `[${label}](<${address}>)`
  },
}

const chat: Writer = { ...markdown, text: chatText, title: strong, heading: strong }

const slackStrong = (text: string): string => (text === '' ? '' : `*${text}*`)

const WRITERS: Readonly<Record<Dialect, Writer>> = {
  slack: {
    text: slackText,
    title: slackStrong,
    heading: slackStrong,
    strong: slackStrong,
    item: (text) => `• ${text}`,
    below: (text) => `      ◦ ${text}`,
    link: (label, link, page) => {
      const address = linkAddress(link, page)
      return address === null ? slackStrong(label) : `<${address.replaceAll('&', '&amp;')}|${label}>`
    },
  },
  webex: chat,
  teams: chat,
  wiki: {
    ...markdown,
    text: wikiText,
    title: (text) => `# ${text}`,
    heading: (text) => `## ${text}`,
  },
}

/** How a dialect is written: Slack's mrkdwn, or Markdown as Webex, Teams or a wiki reads it. */
export const writerOf = (dialect: Dialect): Writer => WRITERS[dialect]
