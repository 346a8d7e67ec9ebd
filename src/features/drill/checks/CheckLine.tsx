import type { CheckChange } from '#src/domain/health/changesSince.ts'
import type { CheckNode } from '#src/domain/health/checkNode.ts'
import { oneLine } from '#src/domain/health/cutText.ts'
import type { Pin } from '#src/domain/ticket/pin.ts'
import { printTimestamp } from '#src/domain/time/printTimestamp.ts'
import { englishChecks as words } from '#src/domain/wording/englishChecks.ts'
import { formatStamp } from '#src/domain/wording/formatStamp.ts'
import { podHref } from '#src/features/drill/drillAddress.ts'
import { PinButton } from '#src/features/drill/why/PinButton.tsx'
import { useScreen } from '#src/state/screen.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { CheckDetails } from './CheckDetails.tsx'
import { type CheckView, checkLight } from './checkView.ts'
import styles from './checks.module.css'

/** A pin is a sentence: of a longer message its beginning. */
const PIN_CAP = 300

function pinOf({ check, path }: CheckNode, view: CheckView, timeZone: string): Pin {
  const name = path.join(' › ')
  const message = check.message === null ? null : oneLine(check.message, PIN_CAP)
  const stamp = view.at === null ? words.unstamped : formatStamp(view.at, timeZone)
  const at = view.at === null ? {} : { at: printTimestamp(view.at) }
  const href = podHref(view.service, view.pod, { layer: 'checks', checks: check.name, ...at })
  return {
    kind: 'check',
    text: words.pinned(view.pod, name, words.state[check.state], message, stamp),
    link: href,
    line: null,
  }
}

/** What of it is otherwise than when all was last well. */
function Change({ change }: { readonly change: CheckChange | undefined }) {
  if (change === undefined) return null
  if (change.kind === 'new') return <span className={styles.mark}>{words.isNew}</span>
  const { state, message } = change
  return (
    <>
      {state !== null && <span className={styles.mark}>{words.wasState(words.state[state])}</span>}
      {message !== null && state === null && (
        <span className={styles.mark}>
          {message.was === null ? words.wasSilent : words.wasMessage(message.was)}
        </span>
      )}
    </>
  )
}

/** One check: light, name, what it says, what changed. */
export function CheckLine({ node, view }: { readonly node: CheckNode; readonly view: CheckView }) {
  const { timeZone } = useScreen()
  const { check, key } = node
  const change = view.changes?.of.get(key)
  return (
    <div className={styles.check} data-state={view.old ? 'unknown' : check.state}>
      <StatusLight light={checkLight(check.state, view)} size={16} />
      <div className={styles.said}>
        <span className={styles.name}>{check.name}</span>{' '}
        {check.state !== 'ok' && <span className={styles.state}>{words.state[check.state]}</span>}{' '}
        <Change change={change} />
        {check.message !== null && <p className={styles.message}>{check.message}</p>}
        <CheckDetails check={check} change={change} />
      </div>
      <PinButton service={view.service} what={check.name} pin={() => pinOf(node, view, timeZone)} />
    </div>
  )
}
