import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { changedOfFleet } from './ruleView.ts'
import styles from './rules.module.css'

const { standing: words } = ruleWords

function numbersText(policies: FleetPolicies | null | undefined): string {
  if (policies === undefined) return words.asking
  if (policies === null) return words.noFleet
  const changed = changedOfFleet(policies)
  const services = policies.own.length
  const parts = [
    changed > 0 ? words.ofFleet(changed) : services === 0 ? words.defaults : words.noneOfFleet,
    services > 0 ? words.ofServices(services) : null,
  ]
  return parts.filter((part) => part !== null).join(' ')
}

type Props = {
  /** Undefined while they are asked for; null where no fleet file is in use. */
  readonly policies: FleetPolicies | null | undefined
}

/** Whose numbers the page tells, and whether the watch is there to tell who shows what. */
export function Standing({ policies }: Props) {
  const isSilent = useWatch(({ source }) => source === 'stalled' || source === 'saved')
  return (
    <output className={styles.standing}>
      {isSilent && <StatusLight light="unknown" size={16} silent />}
      {isSilent && `${words.silent} `}
      {numbersText(policies)}
    </output>
  )
}
