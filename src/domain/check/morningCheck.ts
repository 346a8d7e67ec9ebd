import type { LightCounts } from '#src/domain/digest/digestRow.ts'
import type { SaidReason } from '#src/domain/journal/verdictMoment.ts'
import type { Night, ServiceNight } from '#src/domain/night/night.ts'
import type { Signal } from '#src/domain/signals/signal.ts'
import type { DurationMs, EpochMs } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { CheckSilences, CheckTicket } from './checkLog.ts'
import type { CheckWatch, SignOff } from './signOff.ts'

/**
 * How a matter stands against the last sign-off. `new-red`, `new-orange`: it was better then (also unknown then). `worse`:
 * red now, orange then. `still-red`, `still-orange`: as then. `better`: orange now, red then. `recovered`: well now, and was
 * in trouble then or in between. `unseen`: grey now. `gone`: the fleet names it no more. `ticket`: well, or of no service,
 * but a ticket of it is open or something happened to it. `watch`: well, and somebody watches it. `well`: none of these.
 */
export type CheckChange =
  | 'new-red'
  | 'worse'
  | 'still-red'
  | 'new-orange'
  | 'better'
  | 'still-orange'
  | 'unseen'
  | 'recovered'
  | 'ticket'
  | 'watch'
  | 'gone'
  | 'well'

/** A drift of now, with the moment at which its limit is reached. */
export type CheckDrift = {
  readonly signal: Signal
  /** The whole sentence, with clock times. */
  readonly text: string
  readonly since: EpochMs
  readonly reachedAt: EpochMs | null
}

/** A watch that stands, and whether what it waited for has come. */
export type StandingWatch = CheckWatch & { readonly isOver: boolean }

/** One matter of a check: a service with its tickets, or a ticket of no service. */
export type CheckItem = {
  /** `s/<service>`, or `t/<id of the ticket>` for one of no service of the fleet. */
  readonly key: string
  readonly title: string
  readonly service: string | null
  readonly change: CheckChange
  /** Now; null for a ticket without a service, and for what is gone. */
  readonly light: Light | null
  /** The root that it is shown under, as the digest does; null where it stands for itself. */
  readonly root: string | null
  /** Why, in the words of now, worst first. */
  readonly reasons: readonly SaidReason[]
  /** Kinds of these, sorted, each once: what a mark is about. */
  readonly kinds: readonly string[]
  /** Since when it has its light, as far as it was seen; null where it is well. */
  readonly since: EpochMs | null
  readonly night: ServiceNight | null
  readonly drifts: readonly CheckDrift[]
  readonly tickets: readonly CheckTicket[]
  /** Red, with a ticket that somebody acknowledged: since then. */
  readonly ackedRed: { readonly at: EpochMs; readonly by: string } | null
  readonly watch: StandingWatch | null
  /** Whether the walk goes by it: what is not well, what happened and a person should know, watches that are over. */
  readonly isToWalk: boolean
}

/** What changed since the last sign-off, as one value: screens, reports and handovers are all drawn from it. */
export type MorningCheck = {
  readonly title: string
  /** Both ends by the clock that dates sign-offs and tickets. */
  readonly from: EpochMs
  readonly to: EpochMs
  /** Its end by the clock of this browser, which dates rows and the night: words on these are as of then. */
  readonly now: EpochMs
  /** The sign-off it looks back to; null where there is none, and `from` is a day ago or what was asked for. */
  readonly last: SignOff | null
  readonly light: Light
  readonly counts: LightCounts
  readonly night: Night
  /** In the order of the walk: what asks for somebody first, then what happened, then what is gone or well. */
  readonly items: readonly CheckItem[]
  /** Services that were seen well whenever they were seen, and that nothing happened to. */
  readonly well: readonly string[]
  /** Well now, but for some of the time nothing is known of them: never counted as well all night. */
  readonly partlySeen: readonly { readonly service: string; readonly unseenFor: DurationMs }[]
  readonly tickets: {
    readonly opened: readonly CheckTicket[]
    readonly breached: readonly CheckTicket[]
    readonly restored: readonly CheckTicket[]
    /** Open, with what was done to them by people. */
    readonly open: readonly CheckTicket[]
  }
  readonly watches: readonly StandingWatch[]
  readonly silences: CheckSilences
}
