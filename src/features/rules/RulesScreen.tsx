import { useEffect, useMemo } from 'react'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { DEFAULT_POLICY } from '#src/domain/verdict/policy.ts'
import { GENERAL_THRESHOLDS, RULE_BOOK } from '#src/domain/verdict/ruleBook.ts'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import { useParam } from '#src/state/hashRoute.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { usePolicies } from '#src/state/usePolicies.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { walkKeys } from '#src/state/walkKeys.ts'
import { CopyLink } from '#src/ui/CopyLink.tsx'
import { Contents } from './Contents.tsx'
import { showRule, TOP } from './ruleAddress.ts'
import { RuleSection } from './RuleSection.tsx'
import styles from './rules.module.css'
import { shownNow } from './ruleView.ts'
import { Standing } from './Standing.tsx'
import { ThresholdList } from './ThresholdList.tsx'

const DEFAULTS: FleetPolicies = { fleet: DEFAULT_POLICY, own: [] }

const { general } = ruleWords

/** The way back, what this page is, and whose numbers it tells. */
function Head({ policies }: { readonly policies: FleetPolicies | null | undefined }) {
  return (
    <header className={styles.head}>
      <p className={styles.way}>
        <a href={hashTo('/')}>{ruleWords.home}</a> <CopyLink />
      </p>
      <h1>{ruleWords.title}</h1>
      <p>{ruleWords.lead}</p>
      <Standing policies={policies} />
    </header>
  )
}

function General({ policies }: { readonly policies: FleetPolicies }) {
  return (
    <article className={styles.rule} aria-label={general.title}>
      <h2>{general.title}</h2>
      {general.says.map((sentence) => {
        const text = sentence(policies.fleet)
        return <p key={text}>{text}</p>
      })}
      <ThresholdList names={GENERAL_THRESHOLDS} policies={policies} />
      <p>
        {general.write} <code>{general.example}</code>
      </p>
    </article>
  )
}

const KEYS = walkKeys('main h2[tabindex]', '/')

/** Why something is orange or red: every rule, made of the same definitions that verdicts are made of. */
export function RulesScreen() {
  const told = usePolicies()
  const policies = told ?? DEFAULTS
  const rows = useWatch((state) => state.rows)
  const isLive = useWatch((state) => state.source === 'live')
  const shown = useMemo(() => shownNow(isLive ? rows.values() : []), [isLive, rows])
  const marked = useParam('rule')
  useEffect(() => showRule(marked), [marked])
  usePageKeys(KEYS)
  return (
    <div id={TOP} className={styles.page}>
      <Head policies={told} />
      <main>
        <Contents shown={shown} marked={marked} />
        <General policies={policies} />
        {RULE_BOOK.map((entry) => (
          <RuleSection
            key={entry.kind}
            entry={entry}
            policies={policies}
            shown={isLive ? (shown.get(entry.kind) ?? []) : null}
            marked={entry.kind === marked}
          />
        ))}
      </main>
    </div>
  )
}
