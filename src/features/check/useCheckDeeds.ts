import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import type { WalkStep } from '#src/domain/check/walkOf.ts'
import { useScreen } from '#src/state/screen.ts'
import type { CheckView as Known } from '#src/state/useCheck.ts'
import type { Asking } from './asking.ts'
import { createWalkDeeds, type WalkDeeds } from './walk/walkDeeds.ts'
import { createWalkPlace } from './walk/walkPlace.ts'

/** What is done on this page, what it asks for, and what became of the last deed. */
export type CheckDeeds = {
  readonly deeds: WalkDeeds
  readonly asking: Asking | null
  readonly ask: (asking: Asking | null) => void
  readonly close: () => void
  readonly said: string
  readonly say: (text: string) => void
  /** The matter that is looked at; also one that the walk does not go by, where somebody chose it. */
  readonly current: WalkStep | null
  readonly currentNow: () => WalkStep | null
}

/** The step that is looked at: of the walk, else of a matter that was chosen in the list though nobody has to look at it. */
function useCurrent({ check, draft, current }: Known): WalkStep | null {
  const at = draft?.at ?? null
  const chosen = current?.item.key === at ? null : (check?.items.find(({ key }) => key === at) ?? null)
  const beside = useMemo(
    (): WalkStep | null => (chosen === null ? null : { item: chosen, mark: null, standing: 'open' }),
    [chosen],
  )
  return beside ?? current
}

/** Everything that a person does on the check, made once for the page. */
export function useCheckDeeds(known: Known): CheckDeeds {
  const screen = useScreen()
  const { actions } = known
  const current = useCurrent(known)
  const [asking, ask] = useState<Asking | null>(null)
  const [said, say] = useState('')
  const [place] = useState(createWalkPlace)
  const [, drawAgain] = useReducer((n: number) => n + 1, 0)
  useEffect(() => place.drawn(current))
  const deeds = useMemo(() => {
    const follow = (): void => {
      place.follow()
      // Also where the walk stands where it stood: the keyboard may not.
      drawAgain()
    }
    return createWalkDeeds({ screen, actions, current: place.step, ask, say, follow })
  }, [screen, actions, place])
  const close = useCallback(() => ask(null), [])
  return { deeds, asking, ask, close, said, say, current, currentNow: place.step }
}
