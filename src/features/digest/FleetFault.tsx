import { minutes } from '#src/domain/time/units.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import type { FileState } from '#src/state/watchStore.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import { FaultTable } from './FaultTable.tsx'
import { faultWords } from './fleetFault.ts'
import styles from './states.module.css'

type Fault = Extract<FileState, { readonly kind: 'unreachable' | 'invalid' }>

function Fix({ fault }: { readonly fault: Fault }) {
  const { timeZone } = useScreen()
  const { fix, command, since } = faultWords(fault, useNow(minutes(1)), timeZone)
  return (
    <>
      {fix} {command !== null && <code>{command}</code>}
      {command !== null && '. '}
      {fault.kind === 'unreachable' && `${screenTexts.fleetFile.retry} `}
      <span>({since})</span>
    </>
  )
}

/** A faulty fleet file while there are rows to show: one line above them, all faults behind it. */
export function FleetFaultBanner({ fault }: { readonly fault: Fault }) {
  const { timeZone } = useScreen()
  const { title } = faultWords(fault, useNow(minutes(1)), timeZone)
  const words = screenTexts.fleetFile
  return (
    <>
      <Banner light="orange" title={title}>
        {fault.lastGoodInUse && `${words.lastGood} `}
        <Fix fault={fault} />
      </Banner>
      {fault.kind === 'invalid' && (
        <details className={styles.behind}>
          <summary>{words.showFaults}</summary>
          <FaultTable issues={fault.issues} />
        </details>
      )}
    </>
  )
}

/** A faulty fleet file and nothing else to show: under the strip, which names the fault, what to do. */
export function FleetFaultPage({ fault }: { readonly fault: Fault }) {
  return (
    <>
      <Notice>
        <p>
          <Fix fault={fault} />
        </p>
        {fault.kind === 'invalid' && (
          <p>
            <code>{fault.url}</code>
          </p>
        )}
      </Notice>
      {fault.kind === 'invalid' && (
        <div className={styles.page}>
          <FaultTable issues={fault.issues} />
        </div>
      )}
    </>
  )
}
