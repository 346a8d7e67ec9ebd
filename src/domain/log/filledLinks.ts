import type { ServiceLinks } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { logLink, type LogSubject } from './logLink.ts'

/** A service's links with the one to the log tool filled, as `logLink` has it; the others as the fleet file has them. */
export const filledLinks = (links: ServiceLinks, subject: LogSubject, now: EpochMs): ServiceLinks => ({
  ...links,
  logs: links.logs === null ? null : logLink(links.logs, subject, now),
})
