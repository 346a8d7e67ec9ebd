import type { Alarm } from '#src/domain/alert/alarm.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { MOST_LINKS } from './eventSchema.ts'
import { MOST_NAME, MOST_TEXT, MOST_TITLE, MOST_URL, WEB_ADDRESS } from './textSchema.ts'
import type { TicketLink } from './ticketEvent.ts'

const isWritable = ({ label, url }: TicketLink): boolean =>
  label.length <= MOST_TITLE && url.length <= MOST_URL && WEB_ADDRESS.test(url)

/**
 * What an alarm says, as an event may say it: an event with a text that is too long, or with a link that is none, would
 * be read by nobody, not even here after a reload. Texts are cut, such links left out; its times are as they were.
 */
export const writableAlarm = (alarm: Alarm): Alarm => ({
  ...alarm,
  title: cutText(alarm.title, MOST_TITLE),
  description: cutText(alarm.description, MOST_TEXT),
  project: alarm.project === null ? null : cutText(alarm.project, MOST_NAME) || null,
  links: alarm.links.filter(isWritable).slice(0, MOST_LINKS),
})
