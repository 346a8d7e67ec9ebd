import type { Priority } from '#src/domain/sla/priority.ts'
import type { SlaPolicy } from '#src/domain/sla/slaPolicy.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'

/** The team's own NATS server, on which all browsers share one board. */
export type NatsEngine = {
  /** `wss://nats.example.com`, or `ws:` where the page itself is on plain http. */
  readonly url: string
  readonly stream: string
}

/** Somebody of the team, and what else they are called: in silences, in the engine. */
export type Person = { readonly name: string; readonly aliases: readonly string[] }

/** A closer watch on a service or on all of a team's, agreed on by people. Ends at `to`. */
export type AgreedHypercare = {
  readonly service: string | null
  readonly team: string | null
  readonly from: EpochMs
  readonly to: EpochMs
  readonly reason: string
}

/** How tickets are opened, judged, kept and shared. */
export type TicketSettings = {
  /** Boards of different names share nothing. A token: letters, digits, `_` and `-`. */
  readonly board: string
  /** Null: tickets are kept in the browser. */
  readonly nats: NatsEngine | null
  /** Its `hypercare` is null: that is added for a ticket where it applies. */
  readonly policy: SlaPolicy
  /** Whether red verdicts and alerts open tickets by themselves. */
  readonly automatic: boolean
  /** How long a red verdict has to last until it does. */
  readonly openAfter: Readonly<Record<Priority, DurationMs>>
  /** What tickets may be assigned to beside people: those named, and the teams of the services. */
  readonly projects: readonly string[]
  readonly people: readonly Person[]
  readonly hypercare: readonly AgreedHypercare[]
}

/** What of a service's tickets is its own. */
export type ServiceTickets = {
  readonly automatic: boolean
  /** Null: nobody's. */
  readonly project: string | null
  /** Taken instead of what follows from tier, pods and time; null where that is taken. */
  readonly priority: Priority | null
  /** Agreed times in which its red verdict opens nothing. */
  readonly maintenance: readonly { readonly from: EpochMs; readonly to: EpochMs; readonly reason: string }[]
}

/** An Alertmanager whose alerts become tickets. */
export type AlertmanagerSource = {
  /** Base URL before `/api/v2/…`: absolute, or relative to the fleet file. */
  readonly url: string
  readonly shownUrl?: string
  readonly credentials: 'omit' | 'include'
  /** Matchers as Alertmanager takes them, `team="payments"`: only these alerts are asked for. */
  readonly filter: readonly string[]
  /** Labels that name the service, and the project, the first that is there counting. */
  readonly serviceLabels: readonly string[]
  readonly projectLabels: readonly string[]
  /** The priority that a value of the label `severity` stands for. The label `priority` wins. */
  readonly severities: Readonly<Record<string, Priority>>
  /** How long a silence of ours lasts. */
  readonly silenceFor: DurationMs
  /** Alertmanager's own `resolve_timeout`. */
  readonly resolveTimeout: DurationMs
  readonly every: DurationMs
}

/** Who is on RUN duty, week by week. */
export type Rota = {
  readonly timeZone: string
  /** The local date of a first day of duty of the first person, `2026-11-16`. */
  readonly from: string
  /** After midnight: when one hands over to the next. */
  readonly handover: DurationMs
  /** Days of duty in a row. */
  readonly turn: number
  readonly people: readonly string[]
  /** Swaps: who has it from one moment to another instead; the last one that applies counts. */
  readonly swaps: readonly { readonly from: EpochMs; readonly to: EpochMs; readonly who: string }[]
}
