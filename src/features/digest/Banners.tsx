import { minutes } from '#src/domain/time/units.ts'
import { blindSentence } from '#src/domain/wording/fleetSentence.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'
import { FleetFaultBanner } from './FleetFault.tsx'
import { isFault } from './fleetFault.ts'

/**
 * What to know before reading the rows: they are old, the dashboard is blind, the fleet file is faulty.
 * A blind dashboard cannot read its fleet file either: that is not said twice.
 */
export function Banners() {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const source = useWatch((state) => state.source)
  const heardAt = useWatch((state) => state.heardAt)
  const blind = useWatch((state) => state.strip?.blind ?? null)
  const fleetFile = useWatch((state) => state.fleetFile)
  const words = screenTexts.watch
  const { gatewayFix, gatewayCommand } = screenTexts.fleetFile
  const heard = heardAt === null ? '' : formatMoment(heardAt, now, timeZone)
  return (
    <>
      {source === 'saved' && (
        <Banner light="unknown" title={words.saved(heard)}>
          {words.savedMeaning}
        </Banner>
      )}
      {source === 'stalled' && (
        <Banner light="unknown" title={words.stalled(heard)}>
          {words.stalledMeaning}
        </Banner>
      )}
      {source === 'live' && blind !== null && (
        <Banner light="unknown" title={words.blindSince(formatMoment(blind.since, now, timeZone))}>
          {blindSentence(blind)}.{' '}
          {blind.cause === 'home-unreachable' && (
            <>
              {gatewayFix} <code>{gatewayCommand}</code>.
            </>
          )}
        </Banner>
      )}
      {isFault(fleetFile) && !(blind !== null && fleetFile.kind === 'unreachable') && (
        <FleetFaultBanner fault={fleetFile} />
      )}
    </>
  )
}
