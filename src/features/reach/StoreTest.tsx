import { useState } from 'react'
import { englishReach } from '#src/domain/wording/englishReach.ts'
import { storeCheckWords, type TriedOfStore } from '#src/domain/wording/storeCheckReach.ts'
import { useScreen } from '#src/state/screen.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { FixList } from '#src/ui/FixList.tsx'
import styles from './panel.module.css'

type Props = { readonly isSignedIn: boolean }

/** What the last test found, and for whom. */
type Tested = { readonly checks: readonly TriedOfStore[]; readonly wasSignedIn: boolean }

const { store: words } = englishReach

function Mark({ outcome }: Pick<TriedOfStore, 'outcome'>) {
  if (outcome === 'failed') return <StatusLight light="red" size={16} silent />
  return outcome === 'passed' ? <Icon name="done" /> : <span aria-hidden="true">–</span>
}

function Check({ check, isSignedIn }: { readonly check: TriedOfStore } & Props) {
  const { what, seen, fixes } = storeCheckWords(check, location.origin, isSignedIn)
  const { outcome } = check
  return (
    <li className={styles.item} data-outcome={outcome}>
      <Mark outcome={outcome} />
      <div>
        <p>
          {what} <span className={styles.outcome}>{words.outcome[outcome]}</span>
        </p>
        {seen !== '' && <p className={styles.seen}>{seen}</p>}
        <FixList fixes={fixes} />
      </div>
    </li>
  )
}

function sumOf({ checks, wasSignedIn }: Tested): string {
  const failed = checks.filter(({ outcome }) => outcome === 'failed').length
  if (failed > 0) return words.failed(failed)
  return wasSignedIn ? words.passed : words.passedReading
}

/** Tries everything that the shared server has to allow, and says of each whether it does, and what to write if not. */
export function StoreTest({ isSignedIn }: Props) {
  const { desk } = useScreen()
  const [tested, setTested] = useState<Tested | null>(null)
  const [told, setTold] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (): Promise<void> => {
    setBusy(true)
    setTold(words.testing)
    const checks = await desk.checkStore().catch(() => null)
    const found = checks === null ? null : { checks, wasSignedIn: isSignedIn }
    setTested(found)
    setTold(found === null ? words.notNow : sumOf(found))
    setBusy(false)
  }
  return (
    <>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.action}
          aria-disabled={busy}
          data-busy={busy}
          onClick={() => {
            if (!busy) void run()
          }}
        >
          {words.test}
        </button>
        <output>{told}</output>
      </div>
      {tested !== null && (
        <ul className={styles.checks} aria-label={words.test} data-busy={busy}>
          {tested.checks.map((check) => (
            <Check key={check.name} check={check} isSignedIn={tested.wasSignedIn} />
          ))}
        </ul>
      )}
    </>
  )
}
