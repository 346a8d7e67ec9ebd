import type { DeskActions } from '#src/state/deskActions.ts'

/** For tests: a desk whose commands are carried out once `letGo` was called. */
export function gatedDesk(desk: DeskActions): { readonly desk: DeskActions; readonly letGo: () => void } {
  const waiting: (() => void)[] = []
  let isOpen = false
  return {
    desk: {
      ...desk,
      command: async (...given) => {
        if (!isOpen) await new Promise<void>((resolve) => void waiting.push(resolve))
        return desk.command(...given)
      },
    },
    letGo: () => {
      isOpen = true
      for (const go of waiting.splice(0)) go()
    },
  }
}
