import { englishDeploy } from './englishDeploy.ts'
import { formatDuration } from './formatDuration.ts'
import { formatMoment } from './formatMoment.ts'
import { formatNumber } from './formatNumber.ts'
import type { Reader } from './reasonEvidence.ts'
import type { DeployOutcome, DeployTold, ServiceDelivery } from '#src/domain/deploy/deliveryOf.ts'
import type { Dora } from '#src/domain/deploy/dora.ts'
import { days, type DurationMs, minutes } from '#src/domain/time/units.ts'

const words = englishDeploy

/** What was watched for less tells nothing of a week. */
const TELLS_OF_A_WEEK: DurationMs = days(2)

/** One number behind the point: `3.5`. */
const rate = (perWeek: number): string => formatNumber(Math.round(perWeek * 10) / 10)

/** Nobody wants to know for how many seconds. */
const toMinutes = (duration: DurationMs): DurationMs => Math.round(duration / minutes(1)) * minutes(1)

function countText({ deploys, observedFor, perWeek, unseen }: Dora): string {
  if (observedFor === 0 || (deploys === 0 && unseen > 0)) return words.noneWatched
  const watched = formatDuration(observedFor < minutes(1) ? observedFor : toMinutes(observedFor))
  if (deploys === 0) return words.noneIn(watched)
  const isKnown = perWeek !== null && observedFor >= TELLS_OF_A_WEEK
  return words.deploys(deploys, watched, isKnown ? rate(perWeek) : null)
}

function failureTexts({ deploys, failed, restored, restoreMedian }: Dora): readonly string[] {
  if (deploys === 0) return []
  const missing = failed - restored
  return [
    words.failed(failed, deploys),
    ...(restoreMedian === null ? [] : [words.restored(formatDuration(restoreMedian), restored)]),
    ...(missing === 0 ? [] : [words.notRestored(missing)]),
  ]
}

/**
 * `3 deploys in 6 d of watching (3.5 a week), 1 of 3 followed by red, restored after 25 min; 2 more seen only afterwards`.
 * A rate is told from two days of watching on.
 */
export function doraText(told: Dora): string {
  const text = [countText(told), ...failureTexts(told)].join(', ')
  return told.unseen === 0 ? text : `${text}; ${words.unseen(told.unseen, told.deploys > 0)}`
}

/** One deploy as the panel shows it. */
export type DeployLine = {
  readonly version: string
  readonly when: string
  readonly pods: string
  /** `roll-back`, or null. */
  readonly rollback: string | null
  readonly outcome: DeployOutcome
  readonly outcomeText: string
}

function deployLine(deploy: DeployTold, { now, timeZone }: Reader): DeployLine {
  const { version, at, pods, isRollback, outcome, redAt } = deploy
  const when = (t: number): string => formatMoment(t, now, timeZone)
  return {
    version: version ?? words.anotherVersion,
    when: when(at),
    pods: words.pods(pods.length),
    rollback: isRollback ? words.rollback : null,
    outcome,
    outcomeText: words.outcome[outcome](redAt === null || redAt <= at ? null : when(redAt)),
  }
}

/** The newest deploys, one line each: which version, when its first pod was started, how many pods, and how it went. */
export const deployLines = ({ recent }: ServiceDelivery, reader: Reader): readonly DeployLine[] =>
  recent.map((deploy) => deployLine(deploy, reader))
