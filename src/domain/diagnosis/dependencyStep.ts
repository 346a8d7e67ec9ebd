import { isKind } from '#src/domain/pattern/isKind.ts'
import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Case } from './case.ts'
import type { Command } from './command.ts'
import type { Finding } from './finding.ts'
import { addressOf } from './whereItRuns.ts'

type Checked = { readonly name: string; readonly since: number; readonly pod: string }

/** The first failing check that the pods' own health pages name. */
function failingCheck({ reasons }: Case): Checked | null {
  for (const reason of reasons) {
    if (!isKind(reason, 'health')) continue
    for (const { check, since, pod } of reason.pods) if (check !== null) return { name: check, since, pod }
  }
  return null
}

/** The health page of a pod as it is, where the fleet file names its path. */
function readHealth(pods: readonly PodFacts[], name: string): Command | null {
  const pod = pods.find((one) => one.pod.name === name)
  const path = pod?.service.endpoints.health
  if (pod === undefined || typeof path !== 'string') return null
  return { kind: 'read', url: `${addressOf(pod).replace(/\/+$/, '')}${path}` }
}

/**
 * Is something that it needs in trouble? The suspected root comes first, then what is red, then what its own health page
 * complains of. "Unknown" where nobody says what it needs, or it is not watched here.
 */
export function dependencyStep(seen: Case): Finding<'dependency'> {
  const { place, needed, unwatched, pods } = seen
  const root = place.root === null ? null : { service: place.root, via: place.via.slice(0, -1) }
  const red = place.redDependencies
  const check = failingCheck(seen)
  const isElsewhere = root !== null || red.length > 0
  const whole = needed.length === 0 ? 'unknown' : 'no'
  return {
    step: 'dependency',
    answer: isElsewhere || check !== null ? 'yes' : whole,
    root,
    red,
    check: check === null ? null : { name: check.name, since: check.since },
    needed,
    unwatched,
    command: isElsewhere || check === null ? null : readHealth(pods, check.pod),
  }
}
