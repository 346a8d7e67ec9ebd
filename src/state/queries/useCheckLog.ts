import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { CheckLog } from '#src/domain/check/checkLog.ts'
import { type EpochMs, seconds } from '#src/domain/time/units.ts'
import { type CheckActions, checkActions } from '#src/state/checkActions.ts'
import { useScreen } from '#src/state/screen.ts'

const ABOUT = 'check-log'

/** What a morning check asks of the worker. */
function useCheckActions(): CheckActions {
  const { ask } = useScreen()
  return useMemo(() => checkActions(ask), [ask])
}

/**
 * Sign-offs, watches and what happened to tickets since `from`, while somebody looks; asked at once when the board changed.
 * Null as `from` asks nothing. Undefined until the first answer; null while there is no watch that could answer. What is
 * told again unchanged stays the same objects.
 */
export function useCheckLog(from: EpochMs | null): CheckLog | null | undefined {
  const { board } = useScreen()
  const { log } = useCheckActions()
  const queries = useQueryClient()
  useEffect(
    () =>
      board.subscribe((state, before) => {
        if (state.rows !== before.rows) void queries.invalidateQueries({ queryKey: [ABOUT] })
      }),
    [board, queries],
  )
  return useQuery({
    queryKey: [ABOUT, from],
    queryFn: () => log(from ?? 0),
    enabled: from !== null,
    placeholderData: keepPreviousData,
    // The log is read while the page is there already.
    refetchInterval: ({ state }) => seconds(state.data === null ? 1 : 5),
    gcTime: 0,
  }).data
}

/** What somebody does in the log of checks. What is told of it afterwards is asked for at once. */
export function useCheckDeeds(): Pick<CheckActions, 'signOff' | 'endWatch'> {
  const { signOff, endWatch } = useCheckActions()
  const queries = useQueryClient()
  return useMemo(() => {
    const askAnew = async <T>(done: Promise<T>): Promise<T> => {
      const outcome = await done
      // Whoever signed must not wait for what is told of it.
      void queries.invalidateQueries({ queryKey: [ABOUT] })
      return outcome
    }
    return {
      signOff: (check, by) => askAnew(signOff(check, by)),
      endWatch: (watch, by) => askAnew(endWatch(watch, by)),
    }
  }, [queries, signOff, endWatch])
}
