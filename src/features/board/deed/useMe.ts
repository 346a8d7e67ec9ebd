import { usePreference } from '#src/state/preferences.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { whoActs } from '#src/state/whoActs.ts'

/** Who looks, as they sign what they do; empty where that is not known yet. */
export function useMe(): string {
  const own = usePreference('name')
  return useBoard(({ desk }) => whoActs(desk, own).name)
}
