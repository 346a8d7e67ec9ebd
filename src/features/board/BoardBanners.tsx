import { minutes } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { logFaultWords } from '#src/domain/wording/logFaultWords.ts'
import { ticketTexts } from '#src/domain/wording/ticketTexts.ts'
import type { Desk } from '#src/state/boardStore.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'

const { board: words, log: logTexts, alertmanager: alerts } = ticketTexts

/** The watch fell silent: what others do is not heard. */
function Stalled() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const stalled = useWatch(({ source }) => source === 'stalled')
  const heardAt = useWatch((state) => state.heardAt)
  if (!stalled || heardAt === null) return null
  return (
    <Banner light="unknown" title={words.stalled(formatMoment(heardAt, now, timeZone))}>
      {words.stalledMeaning}
    </Banner>
  )
}

type Fault = NonNullable<Desk['log']['fault']>

function LogFault({ fault }: { readonly fault: Fault }) {
  return (
    <Banner light={fault.kind === 'store' ? 'red' : 'unknown'} title={logFaultWords(fault)}>
      {logTexts.faultMeaning}
    </Banner>
  )
}

function Alertmanager({ state }: { readonly state: NonNullable<Desk['alertmanager']> }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { fault, restarted, heardAt, url } = state
  if (fault === null && !restarted) return null
  const silent =
    heardAt === null ? alerts.neverHeard : alerts.unreachable(formatMoment(heardAt, now, timeZone))
  return (
    <Banner light="unknown" title={fault === null ? alerts.restarted : silent}>
      {alerts.meaning} {fault !== null && alerts.fault(fault)} {url}
    </Banner>
  )
}

/** What the board itself cannot do or see. */
export function BoardBanners() {
  const fault = useBoard(({ desk }) => desk?.log.fault ?? null)
  const alertmanager = useBoard(({ desk }) => desk?.alertmanager ?? null)
  return (
    <>
      <Stalled />
      {fault !== null && <LogFault fault={fault} />}
      {alertmanager !== null && <Alertmanager state={alertmanager} />}
    </>
  )
}
