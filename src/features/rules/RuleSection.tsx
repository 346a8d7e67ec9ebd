import type { ReactNode } from 'react'
import { strictPolicy } from '#src/domain/deploy/strictPolicy.ts'
import type { FleetPolicies } from '#src/domain/fleet/fleetPolicies.ts'
import { type Signal, SIGNALS } from '#src/domain/signals/signal.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { Policy } from '#src/domain/verdict/policy.ts'
import type { Input } from '#src/domain/verdict/rule.ts'
import { type RuleEntry, thresholdsOf } from '#src/domain/verdict/ruleBook.ts'
import type { RuleText } from '#src/domain/wording/ruleText.ts'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { FoldedList } from './FoldedList.tsx'
import { ruleId } from './ruleAddress.ts'
import type { Shown } from './ruleView.ts'
import styles from './rules.module.css'
import { ThresholdList } from './ThresholdList.tsx'

const { label, never, input, judged } = ruleWords

const isSignal = (name: Input): name is Signal => SIGNALS.some((signal) => signal === name)

const inputText = (name: Input): string => (isSignal(name) ? texts.signal[name] : input[name])

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function LightFact({ light, says }: { readonly light: Light; readonly says: string | undefined }) {
  return (
    <div data-never={says === undefined || undefined}>
      <dt className={styles.light}>
        <StatusLight light={light} size={16} silent />
        {screenTexts.light[light]}
      </dt>
      <dd>{says ?? never}</dd>
    </div>
  )
}

function RowLink({ service, light }: Shown) {
  return (
    <a href={hashTo(`/s/${encodeURIComponent(service)}`)}>
      <StatusLight light={light} size={12} /> {service}
    </a>
  )
}

/** Who shows it now, each with how bad it is there, as a link to its row. */
function NowFact({ shown }: { readonly shown: readonly Shown[] }) {
  if (shown.length === 0) {
    return (
      <Fact name={label.now}>
        <span className={styles.quiet}>{ruleWords.nobody}</span>
      </Fact>
    )
  }
  return (
    <Fact name={label.now}>
      {ruleWords.shownBy(shown.length)}
      <FoldedList items={shown.map((each) => [each.service, <RowLink key={each.service} {...each} />])} />
    </Fact>
  )
}

/** What a rule says for a while after a deploy, light by light; null where that is the same as ever. */
function strictly(rule: RuleText, policy: Policy): string | null {
  const strict = strictPolicy(policy)
  const changed = (['orange', 'red'] as const).flatMap((light) => {
    const sentence = rule[light]
    const text = sentence?.(strict)
    return text === undefined || text === sentence?.(policy) ? [] : [`${screenTexts.light[light]}: ${text}`]
  })
  return changed.length === 0 ? null : changed.join(' ')
}

type Props = {
  readonly entry: RuleEntry
  readonly policies: FleetPolicies
  /** Null where it is not known. */
  readonly shown: readonly Shown[] | null
  /** Whether the address is about this rule. */
  readonly marked: boolean
}

/** One rule: what makes it orange and red, with the numbers in force; what it reads, what changes it, who shows it. */
export function RuleSection({ entry, policies, shown, marked }: Props) {
  const { kind, reads } = entry
  const words = ruleWords.rule[kind]
  const { title, about, orange, red, grey } = words
  const thresholds = thresholdsOf(entry)
  const { fleet } = policies
  const strict = strictly(words, fleet)
  return (
    <article id={ruleId(kind)} className={styles.rule} data-marked={marked || undefined} aria-label={title}>
      <h2 tabIndex={-1}>
        {title} <code>{kind}</code>
      </h2>
      <p>{about}</p>
      <dl className={styles.facts}>
        <LightFact light="orange" says={orange?.(fleet)} />
        <LightFact light="red" says={red?.(fleet)} />
        {grey !== undefined && <LightFact light="unknown" says={grey(fleet)} />}
        {strict !== null && <Fact name={label.hypercare}>{strict}</Fact>}
        <Fact name={label.reads}>{reads.map(inputText).join(', ')}</Fact>
        <Fact name={label.judged}>{judged[entry.judged](fleet)}</Fact>
        {thresholds.length > 0 && (
          <Fact name={label.thresholds}>
            <ThresholdList names={thresholds} policies={policies} />
          </Fact>
        )}
        {shown !== null && <NowFact shown={shown} />}
      </dl>
    </article>
  )
}
