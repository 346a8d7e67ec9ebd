import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Banner } from '#src/ui/Banner.tsx'

/** What lately broke off the watch's own work: a fault of this program, and not of any service. */
export function WatchFault() {
  const fault = useWatch((state) => state.fault)
  if (fault === null) return null
  const { fault: title, faultMeaning } = screenTexts.watch
  return (
    <Banner light="unknown" title={title}>
      {faultMeaning(fault)}
    </Banner>
  )
}
