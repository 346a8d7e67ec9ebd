import type { ServiceRow } from '#src/domain/digest/digestRow.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type Reason, soonestLimit } from '#src/domain/verdict/reason.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { reasonLine } from '#src/domain/wording/reasonLine.ts'
import type { Morning, Replayed, Seen } from './replay.ts'
import type { Beside, Story, Tell } from './story.ts'

/** How exact a time to limit has to be, as a share of the time that is left. */
const WITHIN = 0.15

const isAbout = (service: string, { kind, pods }: Reason, is: Beside): boolean =>
  service === is.service &&
  kind === is.kind &&
  (is.signal === undefined || pods.some((pod) => 'signal' in pod && pod.signal === is.signal))

const rowOn = ({ rows }: Morning, tell: Tell): ServiceRow | undefined =>
  rows.find(({ name }) => name === tell.service)

const reasonOn = (morning: Morning, tell: Tell): Reason | undefined =>
  rowOn(morning, tell)?.reasons.find((reason) => isAbout(tell.service, reason, tell))

/** The first morning on which a tell stood, however it was told; null where it never did. */
const namedOn = ({ mornings }: Replayed, tell: Tell): Morning | null =>
  mornings.find((morning) => reasonOn(morning, tell) !== undefined) ?? null

/** How far off the told limit is, as a share of the time that is left to the true one; null without a limit. */
function limitError(morning: Morning, tell: Tell): number | null {
  const reason = reasonOn(morning, tell)
  if (reason === undefined || tell.reaches === undefined) return null
  return (soonestLimit(reason) - tell.reaches.at) / (tell.reaches.at - morning.at)
}

type Say = (at: EpochMs) => string

function wordFaults(reason: Reason, line: string, tell: Tell): string[] {
  const missing = tell.says.filter((part) => !line.includes(part))
  return [
    ...(reason.pods.length === tell.pods ? [] : [`names ${reason.pods.length} pods, not ${tell.pods}`]),
    ...(reason.light === tell.light ? [] : [`is ${reason.light}, not ${tell.light}`]),
    ...missing.map((part) => `does not say "${part}"`),
  ]
}

function rootFaults(morning: Morning, tell: Tell): string[] {
  if (tell.root === undefined) return []
  const place = rowOn(morning, tell)?.cascade
  const isRoot = place !== undefined && place.root === null && place.affected.length > 0
  const root = isRoot ? tell.service : (place?.root ?? 'nothing')
  return root === tell.root ? [] : [`is shown under ${root}, not under ${tell.root}`]
}

function careFaults(morning: Morning, tell: Tell): string[] {
  const because = rowOn(morning, tell)?.care?.because ?? 'nothing'
  return tell.care === undefined || tell.care === because
    ? []
    : [`is in hypercare for ${because}, not for ${tell.care}`]
}

function diagnosisFaults({ diagnoses }: Morning, { service, diagnosis = [] }: Tell): string[] {
  const said = (diagnoses.get(service) ?? []).join(' / ')
  const missing = diagnosis.filter((part) => !said.includes(part))
  return missing.map((part) => `is not diagnosed "${part}" but "${said}"`)
}

/** Whoever digs into it has to find a reason in the layer that opens by itself. */
function layerFaults({ opened }: Morning, { service }: Tell): string[] {
  const layer = opened.get(service) ?? null
  if (layer === null) return ['opens no layer for whoever digs into it']
  const isFound = layer.reasons.length > 0 && (layer.state === 'fail' || layer.state === 'watch')
  return isFound ? [] : [`opens the layer ${layer.name}, which is ${layer.state} and says nothing`]
}

function limitFaults(morning: Morning, reason: Reason, tell: Tell, say: Say): string[] {
  const { reaches } = tell
  if (reaches === undefined) return []
  const error = limitError(morning, tell)
  if (error !== null && Math.abs(error) <= (reaches.within ?? WITHIN)) return []
  return [`reaches its limit on ${say(soonestLimit(reason))}, in truth on ${say(reaches.at)}`]
}

/** Where it stands though it should not, or the other way round. */
function onlyFaults({ mornings }: Replayed, tell: Tell, say: Say): string[] {
  if (tell.only === undefined) return []
  const stood = mornings.filter((morning) => reasonOn(morning, tell) !== undefined).map(({ at }) => say(at))
  const meant = tell.only.map(say)
  return stood.join() === meant.join()
    ? []
    : [`stands on ${stood.join(', ')}, not only on ${meant.join(', ')}`]
}

function tellFaults(replayed: Replayed, tell: Tell, { timeZone, from }: Story): string[] {
  const say: Say = (at) => (Number.isFinite(at) ? formatMoment(at, from, timeZone) : 'no day')
  const about = `${tell.service} ${tell.kind} ${tell.signal ?? ''}`.trimEnd()
  const named = namedOn(replayed, tell)
  if (named === null) return [`${about} is never named`]
  const late = named.at > tell.namedBy ? [`is named on ${say(named.at)}, after ${say(tell.namedBy)}`] : []
  const on = replayed.mornings.find(({ at }) => at === tell.on)
  const reason = on === undefined ? undefined : reasonOn(on, tell)
  if (on === undefined || reason === undefined)
    return [...late, `does not stand on ${say(tell.on)}`].map((fault) => `${about} ${fault}`)
  const line = reasonLine(reason, on.at, timeZone)
  const faults = [
    ...late,
    ...wordFaults(reason, line, tell),
    ...rootFaults(on, tell),
    ...careFaults(on, tell),
    ...diagnosisFaults(on, tell),
    ...layerFaults(on, tell),
    ...onlyFaults(replayed, tell, say),
    ...limitFaults(on, reason, tell, say),
  ]
  return faults.map((fault) => `${about} ${fault}: ${line}`)
}

/** What stood that nobody asked for, or for longer than it should. */
function seenFaults({ service, reason, first, last }: Seen, story: Story): string[] {
  if (reason.light !== 'red' && reason.light !== 'orange') return []
  const say = (at: EpochMs): string => formatMoment(at, story.from, story.timeZone)
  const line = `${service} ${reason.light} from ${say(first)} to ${say(last)}: ${reasonLine(reason, first, story.timeZone)}`
  const told = story.tells.filter((tell) => isAbout(service, reason, tell))
  const ends = Math.max(...told.map(({ endsBy = Infinity }) => endsBy))
  if (told.length > 0) return last > ends ? [`${line}, though it ends on ${say(ends)}`] : []
  return (story.beside ?? []).some((beside) => isAbout(service, reason, beside)) ? [] : [line]
}

/** Services that nothing may be said of, and that were no green on a morning all the same. */
function greenFaults(
  { mornings }: Replayed,
  { services, tells, beside = [], from, timeZone }: Story,
): string[] {
  const ailing = new Set([...tells, ...beside].map(({ service }) => service))
  const healthy = new Set(services.flatMap(({ name }) => (ailing.has(name) ? [] : [name])))
  return mornings.flatMap(({ at, rows }) =>
    rows
      .filter(({ name, light }) => healthy.has(name) && light !== 'green')
      .map(({ name, light }) => `${name} is ${light} on ${formatMoment(at, from, timeZone)}`),
  )
}

/**
 * What is wrong with how a story was told, one sentence a fault; none where every tell came in time, with its pods, light,
 * words and limit, nothing else was ever said, and who is healthy was green on each morning.
 */
export const storyFaults = (story: Story, replayed: Replayed): string[] => [
  ...story.tells.flatMap((tell) => tellFaults(replayed, tell, story)),
  ...replayed.seen.flatMap((seen) => seenFaults(seen, story)),
  ...greenFaults(replayed, story),
]
