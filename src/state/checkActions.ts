import type { CheckLog } from '#src/domain/check/checkLog.ts'
import type { SignOffDraft } from '#src/domain/check/signOff.ts'
import type { Night } from '#src/domain/night/night.ts'
import type { Result } from '#src/domain/result.ts'
import type { Refusal } from '#src/domain/ticket/ticketCommand.ts'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { WeekSeen, WeekTickets } from '#src/domain/week/week.ts'
import type { ImportPreview } from '#src/domain/ticket/importPreview.ts'
import type { Answer, Question } from '#src/engine/protocol.ts'

/** What a morning check asks of the worker. Null everywhere: there is no watch that could answer, or not yet. */
export type CheckActions = {
  /** How the fleet stood between two moments. */
  readonly night: (from: EpochMs, to: EpochMs) => Promise<Night | null>
  /** Sign-offs, watches, and the tickets that something happened to since `from`. */
  readonly log: (from: EpochMs) => Promise<CheckLog | null>
  readonly signOff: (check: SignOffDraft, by: string) => Promise<Result<string, Refusal> | null>
  readonly endWatch: (watch: string, by: string) => Promise<Result<string, Refusal> | null>
  readonly handoverEvents: (from: EpochMs) => Promise<readonly LoggedEvent[] | null>
  readonly previewImport: (events: readonly unknown[]) => Promise<Result<ImportPreview, string> | null>
  readonly week: (from: EpochMs, to: EpochMs) => Promise<WeekSeen | null>
  readonly weekTickets: (from: EpochMs, to: EpochMs) => Promise<WeekTickets | null>
}

/** Asks the worker one question; the answer is of the same `about`. */
export type Ask = (question: Question) => Promise<Answer>

/** What a morning check asks, question by question. Made by whoever shows a check: the first screen needs none of it. */
export const checkActions = (ask: Ask): CheckActions => ({
  night: async (from, to) => {
    const answer = await ask({ about: 'night', from, to })
    return answer.about === 'night' ? answer.found : null
  },
  log: async (from) => {
    const answer = await ask({ about: 'check-log', from })
    return answer.about === 'check-log' ? answer.found : null
  },
  signOff: async (check, by) => {
    const answer = await ask({ about: 'sign-off', check, by })
    return answer.about === 'sign-off' ? answer.found : null
  },
  endWatch: async (watch, by) => {
    const answer = await ask({ about: 'end-watch', watch, by })
    return answer.about === 'end-watch' ? answer.found : null
  },
  handoverEvents: async (from) => {
    const answer = await ask({ about: 'handover-events', from })
    return answer.about === 'handover-events' ? answer.found : null
  },
  previewImport: async (events) => {
    const answer = await ask({ about: 'preview-import', events })
    return answer.about === 'preview-import' ? answer.found : null
  },
  week: async (from, to) => {
    const answer = await ask({ about: 'week', from, to })
    return answer.about === 'week' ? answer.found : null
  },
  weekTickets: async (from, to) => {
    const answer = await ask({ about: 'week-tickets', from, to })
    return answer.about === 'week-tickets' ? answer.found : null
  },
})
