import type { DeskActions } from '#src/state/deskActions.ts'
import { idleDesk } from '#src/state/testing/idleDesk.ts'

/** What a desk says of what it did. */
export const done = (ticket: string) => ({ ticket, undo: null, beatenBy: null, silence: null })

/** A desk that says yes to everything, and notes who asked for what. */
export function yesDesk(): { readonly desk: DeskActions; readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    desk: {
      ...idleDesk,
      open: (draft, by) => {
        const { title, service, priority, source, dedupKey } = draft
        asked.push([by, 'open', title, service, `P${priority}`, source, dedupKey].join('; '))
        return Promise.resolve({ ok: true, value: done('new') })
      },
      command: (ticket, command, { by }) => {
        asked.push([by, command.do, ticket].join('; '))
        return Promise.resolve({ ok: true, value: done(ticket) })
      },
    },
  }
}
