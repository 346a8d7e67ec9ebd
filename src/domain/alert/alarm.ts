import type { Priority } from '#src/domain/sla/priority.ts'
import type { Evidence } from '#src/domain/ticket/evidence.ts'
import type { TicketLink, TicketSource } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'

/** Something that opens tickets by itself, as it stands now: the verdict on a service, or an alert. */
export type Alarm = {
  /** What it is, from one episode to the next: `check|orders`, `alertmanager|<fingerprint>`. */
  readonly key: string
  readonly source: Extract<TicketSource, 'check' | 'alertmanager'>
  /** `clear`: seen to be well. `unknown`: nobody can see it, so neither begins nor ends anything. */
  readonly state: 'firing' | 'clear' | 'unknown'
  readonly service: string | null
  readonly project: string | null
  readonly title: string
  readonly description: string
  readonly priority: Priority
  /** Why it has that priority, in words. */
  readonly why: string
  /** When it began, or when it ended where it is clear. */
  readonly since: EpochMs
  /** When a browser saw that. */
  readonly detectedAt: EpochMs
  /** How long it has to last until a ticket is opened. */
  readonly delay: number
  /** The key of the alarm that drags it down; its ticket is the one to join. Null where it stands for itself. */
  readonly root: string | null
  readonly links: readonly TicketLink[]
  readonly evidence: Evidence | null
  /** False: switched off for this service. Nothing is opened, joined or resolved by itself. */
  readonly automatic: boolean
  /** Set for one that has ended before anybody looked (the night): when it began. `since` is its end then. */
  readonly began?: EpochMs
}
