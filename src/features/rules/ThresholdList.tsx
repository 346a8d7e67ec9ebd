import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import type { Threshold } from '#src/domain/verdict/rule.ts'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import { FoldedList } from './FoldedList.tsx'
import { type ThresholdView, thresholdView } from './ruleView.ts'
import styles from './lists.module.css'

function Own({ value, services }: ThresholdView['own'][number]) {
  return (
    <li>
      <code>{value}</code> {ruleWords.ownOf}
      <FoldedList items={services.map((name) => [name, name])} />
    </li>
  )
}

function Item({ name, value, usual, own }: ThresholdView) {
  return (
    <li>
      <code data-changed={usual !== null || undefined}>
        {name}: {value}
      </code>
      {usual !== null && (
        <span className={styles.quiet}>
          {' '}
          {ruleWords.default} <code>{usual}</code>
        </span>
      )}
      {own.length > 0 && (
        <ul className={styles.own}>
          {own.map((each) => (
            <Own key={each.value} {...each} />
          ))}
        </ul>
      )}
    </li>
  )
}

type Props = { readonly names: readonly Threshold[]; readonly policies: FleetPolicies }

/** Thresholds as the fleet file writes them: the value in force, the default where it is another, and who differs. */
export function ThresholdList({ names, policies }: Props) {
  return (
    <ul className={styles.thresholds}>
      {names.map((name) => (
        <Item key={name} {...thresholdView(name, policies)} />
      ))}
    </ul>
  )
}
