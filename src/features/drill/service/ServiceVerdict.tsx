import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import { minutes } from '#src/domain/time/units.ts'
import type { Reason } from '#src/domain/verdict/reason.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { reasonAdvice } from '#src/domain/wording/reasonAdvice.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { serviceHref, useAt } from '#src/features/drill/drillAddress.ts'
import { useKeptTime } from '#src/features/drill/useKeptTime.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { reasonWay } from './reasonWay.ts'
import styles from './serviceVerdict.module.css'
import { worstPods } from './worstPods.ts'

const words = englishService.verdict

/** A reason in words, which is the way to what it rests on. */
function ReasonItem({ row, reason }: { readonly row: ServiceRow; readonly reason: Reason }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const kept = useKeptTime()
  const way = reasonWay(row.name, reason, worstPods(row.pods)[0]?.name, kept)
  const says = reasonLine(reason, now, timeZone)
  return (
    <li className={styles.reason} data-light={reason.light}>
      <StatusLight light={reason.light} size={16} />
      <div>
        <p className={styles.says}>{way === null ? says : <a href={way.href}>{says}</a>}</p>
        <p className={styles.todo}>
          <span>{reasonAdvice(reason)}</span>
          {way !== null && row.pods.length > 1 && <span>{words.shownOn(way.pod)}</span>}
          <a href={hashTo('/rules', { rule: reason.kind })} aria-label={screenTexts.ruleOf(reason.kind)}>
            {screenTexts.rule}
          </a>
        </p>
      </div>
    </li>
  )
}

function Others({ says, names }: { readonly says: string; readonly names: readonly string[] }) {
  const kept = useKeptTime()
  return (
    <p className={styles.others}>
      {says}
      {names.map((name) => (
        <a key={name} href={serviceHref(name, kept)}>
          {name}
        </a>
      ))}
    </p>
  )
}

/** What stands in the place of reasons where there are none. */
function noReason({ light, pods, lastKnown }: ServiceRow, when: (at: number) => string): string {
  if (light === 'green') return words.well(pods.length)
  if (lastKnown === null) return words.unseen
  return words.wasLight(screenTexts.light[lastKnown.light], when(lastKnown.at))
}

/** Why a service has its light, and since when; each reason leads to the pod and the layer that shows it. */
export function ServiceVerdict({ row }: { readonly row: ServiceRow }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const at = useAt()
  const { light, since, reasons, cascade } = row
  const when = (moment: number): string => formatMoment(moment, now, timeZone)
  return (
    <section className={styles.verdict} aria-labelledby="verdict">
      <h2 id="verdict">
        {at === null ? words.heading : words.headingNow}{' '}
        <span className={styles.since}>{englishService.since(screenTexts.light[light], when(since))}</span>
      </h2>
      {reasons.length === 0 && <p>{noReason(row, when)}</p>}
      <ol>
        {keyed(reasons, ({ kind }) => kind).map(([key, reason]) => (
          <ReasonItem key={key} row={row} reason={reason} />
        ))}
      </ol>
      {cascade?.root != null && <Others says={words.under} names={[cascade.root]} />}
      {cascade !== undefined && cascade.affected.length > 0 && (
        <Others says={words.affects} names={cascade.affected} />
      )}
    </section>
  )
}
