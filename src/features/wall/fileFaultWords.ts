import type { EpochMs } from '#src/domain/time/units.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { FileState } from '#src/state/watchStore.ts'

const { fleetFile: words } = screenTexts

/** What is the matter with the fleet file, since when, and how to mend it; null where it is as it should be. */
export function fileFaultWords(
  state: FileState | null,
  now: EpochMs,
  timeZone: string,
): { readonly title: string; readonly fix: string } | null {
  if (state?.kind !== 'invalid' && state?.kind !== 'unreachable') return null
  const since = words.since(formatMoment(state.since, now, timeZone))
  const lastGood = state.lastGoodInUse ? `${words.lastGood} ` : ''
  if (state.kind === 'invalid') {
    const [first] = state.issues
    const where =
      first === undefined ? '' : ` ${first.path === '' ? words.whole : first.path}: ${first.repair}`
    return {
      title: `${words.invalidTitle(state.issues.length)} ${since}`,
      fix: `${lastGood}${words.invalidFix}${where}`,
    }
  }
  return {
    title: `${words.missingTitle(state.url)} ${since}`,
    fix: `${lastGood}${state.detail}. ${words.retry}`,
  }
}
