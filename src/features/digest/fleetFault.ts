import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import type { FileState } from '#src/state/watchStore.ts'

type Fault = Extract<FileState, { readonly kind: 'unreachable' | 'invalid' }>

/** True when a fleet file is not there or not right. */
export const isFault = (state: FileState | null): state is Fault =>
  state?.kind === 'unreachable' || state?.kind === 'invalid'

export type FaultWords = {
  readonly title: string
  readonly since: string
  readonly fix: string
  /** What to type, where that is the repair. */
  readonly command: string | null
}

const words = screenTexts.fleetFile

/** An HTTP answer means that the gateway is there and the file is not; anything else that nobody answers. */
const isAnswered = (detail: string): boolean => /\bHTTP\b|\b[45]\d\d\b|html/i.test(detail)

/** What is the matter with a fleet file, since when, and how to mend it. */
export function faultWords(fault: Fault, now: EpochMs, timeZone: string): FaultWords {
  const since = words.since(formatMoment(fault.since, now, timeZone))
  if (fault.kind === 'invalid') {
    return { title: words.invalidTitle(fault.issues.length), since, fix: words.invalidFix, command: null }
  }
  if (isAnswered(fault.detail)) {
    const title = `${words.missingTitle(fault.url)}: ${fault.detail}`
    return { title, since, fix: words.missingFix, command: words.missingCommand }
  }
  const origin = URL.canParse(fault.url) ? new URL(fault.url).origin : fault.url
  return { title: words.gatewayTitle(origin), since, fix: words.gatewayFix, command: words.gatewayCommand }
}
