import { useEffect, useState } from 'react'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { useScreen } from './screen.ts'

/**
 * The thresholds that verdicts go by, asked of the worker once and again whenever the fleet file was read anew. Undefined
 * until the first answer; null while no fleet file is in use. Answers come in the order of the questions.
 */
export function usePolicies(): FleetPolicies | null | undefined {
  const { policies, watch } = useScreen()
  const [told, setTold] = useState<FleetPolicies | null>()
  useEffect(() => {
    let isShown = true
    const ask = async (): Promise<void> => {
      const answer = await policies()
      if (isShown) setTold(answer)
    }
    void ask()
    const stop = watch.subscribe((state, before) => {
      if (state.fleetFile !== before.fleetFile) void ask()
    })
    return () => {
      isShown = false
      stop()
    }
  }, [policies, watch])
  return told
}
