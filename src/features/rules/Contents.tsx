import type { ReasonKind } from '#src/domain/verdict/reason.ts'
import { RULE_BOOK } from '#src/domain/verdict/ruleBook.ts'
import { ruleWords } from '#src/domain/wording/ruleWords.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { ruleAddress, showRule } from './ruleAddress.ts'
import type { Shown } from './ruleView.ts'
import styles from './rules.module.css'

type Props = {
  readonly shown: ReadonlyMap<ReasonKind, readonly Shown[]>
  /** The rule that the address is about, or the empty text. */
  readonly marked: string
}

/** All rules by name, and at how many services each stands now: the page in one look. */
export function Contents({ shown, marked }: Props) {
  return (
    <nav className={styles.contents} aria-label={ruleWords.contents}>
      <ul>
        {RULE_BOOK.map(({ kind }) => {
          const now = shown.get(kind) ?? []
          const [worst] = now
          return (
            <li key={kind}>
              {/* The address may be the present one already: then it changes nothing, and the click still leads there. */}
              <a
                href={ruleAddress(kind)}
                aria-current={kind === marked || undefined}
                onClick={() => showRule(kind)}
              >
                {ruleWords.rule[kind].title}
              </a>
              {worst !== undefined && (
                <span className={styles.count}>
                  {' '}
                  <StatusLight light={worst.light} size={12} /> {ruleWords.shownBy(now.length)}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
