import type { Case } from './case.ts'
import { dependencyStep } from './dependencyStep.ts'
import { deployStep } from './deployStep.ts'
import type { Finding } from './finding.ts'
import { mitigateStep } from './mitigateStep.ts'
import { resourceSteps } from './resourceSteps.ts'
import { scopeStep } from './scopeStep.ts'

/**
 * The decision tree of a runbook, answered from what is known of a service that is orange or red: a deploy before it
 * began? a resource that runs out? all pods or one? a dependency? and what to do before it is understood. Four to seven
 * findings, in that order; none of a service that is well or cannot be seen.
 */
export function diagnose(seen: Case): readonly Finding[] {
  if (seen.light !== 'red' && seen.light !== 'orange') return []
  const deploy = deployStep(seen)
  const scope = scopeStep(seen)
  const dependency = dependencyStep(seen)
  return [
    deploy,
    ...resourceSteps(seen),
    ...(scope === null ? [] : [scope]),
    dependency,
    mitigateStep(seen, deploy, dependency),
  ]
}
