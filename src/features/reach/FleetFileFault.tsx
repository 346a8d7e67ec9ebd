import { englishReach } from '#src/domain/wording/englishReach.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'

const { fleetFile: words, noPage } = screenTexts

/** A fleet file that cannot be used: what is below is of the last good one, or there is nothing below. */
export function FleetFileFault() {
  const file = useWatch((state) => state.fleetFile)
  if (file?.kind !== 'invalid' && file?.kind !== 'unreachable') return null
  const title =
    file.kind === 'invalid'
      ? words.invalidTitle(file.issues.length)
      : `${words.missingTitle(file.url)}: ${file.detail}`
  return (
    <Banner light="orange" title={title}>
      {file.lastGoodInUse && `${words.lastGood} `}
      {englishReach.fleetFault} <a href={hashTo('/')}>{noPage.home}</a>
    </Banner>
  )
}
