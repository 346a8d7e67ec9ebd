import { joinSpans, lengthOf, type SeenSpan } from '#src/domain/series/seenSpans.ts'
import type { Spread } from '#src/domain/statistics/ticketStatistics.ts'
import { type DurationMs, type EpochMs, hours, minutes } from '#src/domain/time/units.ts'
import type { WeekDrift, WeekSeen, WeekService, WeekTickets } from '#src/domain/week/week.ts'
import { type WeekTotals, weekTotals } from '#src/domain/week/weekTotals.ts'
import { englishDeploy } from './englishDeploy.ts'
import { englishWeek as words } from './englishWeek.ts'
import { formatHours } from './formatHours.ts'
import { texts } from './texts.ts'

/** A number and its unit, which is set quieter. */
export type Amount = { readonly value: string; readonly unit: string }

/** For how long something was seen: `31 h`, under an hour `12 min`. Rounded down, so that never more is said than was seen. */
export function seenAmount(duration: DurationMs): Amount {
  if (duration >= hours(1)) return { value: `${Math.floor(duration / hours(1))}`, unit: words.hour }
  return { value: `${Math.floor(duration / minutes(1))}`, unit: words.minute }
}

/** The same in one: `31 h`. */
export function seenText(duration: DurationMs): string {
  const { value, unit } = seenAmount(duration)
  return `${value} ${unit}`
}

/** How long something lasted, to the minute from one on: `24 min`, `40 s`, `6 h 55 min`. */
export const lastedText = (duration: DurationMs): string =>
  formatHours(duration < minutes(1) ? duration : Math.round(duration / minutes(1)) * minutes(1))

/** How much of a week anybody watched: `seen 31 h of 168 h`. */
export const seenOfText = ({ watched, from, to }: Pick<WeekSeen, 'watched' | 'from' | 'to'>): string =>
  words.seenOf(seenText(lengthOf(watched)), seenText(to - from))

const ONE_DIGIT = new Intl.NumberFormat(texts.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What a share that cannot be written down exactly may lack. */
const ROUGH = 1e-9

/**
 * Share of the seen time in which a service was not red: `99.2 %`, rounded down to a digit, so that what was red for a moment
 * is never at 100 %; `–` where too little was seen.
 */
export function availableText({ available }: Pick<WeekService, 'available'>): string {
  if (available === null) return words.unknown
  const down = Math.min(99.9, Math.floor((available + ROUGH) * 1000) / 10)
  return `${available === 1 ? '100' : ONE_DIGIT.format(down)} ${texts.unit.percent}`
}

const NAMED = 3

/** `2 of 24 services were seen red: orders 97 %, billing 99.2 %`, or that none was. Never that all was well: see `seenOfText`. */
export function weekSentence(seen: WeekSeen): string {
  const { watchedFor, redServices, seenServices } = weekTotals(seen)
  if (watchedFor === 0) return words.nothing
  if (seenServices === 0) return words.noneSeen
  if (redServices === 0) return words.noRed(seenServices)
  const red = seen.services.filter(({ redFor }) => redFor > 0)
  const named = red.slice(0, NAMED).map((service) => {
    return service.available === null ? service.name : `${service.name} ${availableText(service)}`
  })
  const rest = red.length - named.length
  return words.red(redServices, seenServices, [...named, ...(rest > 0 ? [words.more(rest)] : [])].join(', '))
}

/** What became of a drift, in a word or two. */
export const driftOutcomeWord = (outcome: WeekDrift['outcome']): string => words.driftOutcome[outcome]

const OUTCOMES = ['reached', 'standing', 'unseen', 'caught'] as const

const outcomeParts = (drifts: WeekTotals['drifts']): readonly string[] =>
  OUTCOMES.filter((outcome) => drifts[outcome] > 0).map((outcome) =>
    words.driftOutcomes[outcome](drifts[outcome]),
  )

const driftCount = (drifts: WeekTotals['drifts']): number =>
  OUTCOMES.reduce((sum, outcome) => sum + drifts[outcome], 0)

/** `3 drifts: 1 reached its limit, 2 ended before their limit`. */
export function driftsText(drifts: WeekTotals['drifts']): string {
  const n = driftCount(drifts)
  return n === 0 ? words.drifts(0) : `${words.drifts(n)}: ${outcomeParts(drifts).join(', ')}`
}

type DeployTotals = Pick<WeekTotals, 'deploys' | 'failedDeploys' | 'unseenDeploys'>

function deployParts({ deploys, failedDeploys, unseenDeploys }: DeployTotals): readonly string[] {
  const watched = deploys === 0 ? [] : [englishDeploy.failed(failedDeploys, deploys)]
  return unseenDeploys === 0 ? watched : [...watched, englishDeploy.unseen(unseenDeploys, deploys > 0)]
}

/** `8 deploys, 1 of 8 followed by red, 1 more seen only afterwards`. */
export const deploysText = (totals: DeployTotals): string =>
  [totals.deploys === 0 ? words.noDeploy : words.deploys(totals.deploys), ...deployParts(totals)].join(', ')

const clockParts = (name: string, { n, median }: Spread): readonly string[] =>
  median === null ? [] : [words.clock(name, formatHours(median), n)]

const brokenOf = ({ breaches }: WeekTickets): number => breaches.byTime + breaches.byRequalification

/** `7 tickets, TTA 4 min (median of 6), TRS 1 h 10 min (median of 5), 1 limit broken`. */
export function ticketsText(tickets: WeekTickets): string {
  const { n, tta, trsNet } = tickets.figures
  const broken = brokenOf(tickets)
  return [
    words.tickets(n),
    ...clockParts(words.tta, tta),
    ...clockParts(words.trs, trsNet),
    ...(broken === 0 ? [] : [words.broken(broken)]),
  ].join(', ')
}

/** One number of a week with what it rests on. */
export type WeekFigure = { readonly label: string; readonly value: string; readonly note: string }

const clockFigure = (label: string, { n, median }: Spread): WeekFigure => ({
  label,
  value: median === null ? words.unknown : formatHours(median),
  note: median === null ? words.figure.never : words.figure.median(n),
})

function brokenNote({ figures }: WeekTickets, broken: number): string {
  if (figures.n > 0) return words.figure.ofTickets(figures.n, figures.open.n)
  return broken > 0 ? words.figure.brokenOlder : words.figure.noTicket
}

function ticketFigures(tickets: WeekTickets | null): readonly WeekFigure[] {
  const { tta, trs, broken, notAsked } = words.figure
  if (tickets === null) {
    return [tta, trs, broken].map((label) => ({ label, value: words.unknown, note: notAsked }))
  }
  const n = brokenOf(tickets)
  return [
    clockFigure(tta, tickets.figures.tta),
    clockFigure(trs, tickets.figures.trsNet),
    { label: broken, value: `${n}`, note: brokenNote(tickets, n) },
  ]
}

/** A reload is no gap to speak of, and the newest word is always some seconds old. */
const TOLD_FROM: DurationMs = minutes(1)

/** When anybody watched, but for gaps that are too short to speak of. Its time is `watched`, never more. */
export const watchedStretches = ({ watched }: Pick<WeekSeen, 'watched'>): readonly SeenSpan[] =>
  joinSpans(watched, TOLD_FROM)

/** Parts of a week that nobody watched, those at its ends among them. */
function gapsIn({ watched, from, to }: WeekSeen): number {
  const stretches = watchedStretches({ watched })
  const [first, last] = [stretches[0], stretches.at(-1)]
  if (first === undefined || last === undefined) return 1
  return stretches.length - 1 + Number(first.from - from > TOLD_FROM) + Number(to - last.to > TOLD_FROM)
}

/** Of what nobody watched no number is told, not even none; what was found later is. */
function eventFigures({ watchedFor, drifts, ...deploys }: WeekTotals): readonly WeekFigure[] {
  const { figure, unknown, noDeploy, noDeployWatched, noDrift } = words
  const isKnown = watchedFor > 0
  const noDeploys = deploys.unseenDeploys === 0 ? noDeploy : noDeployWatched
  return [
    {
      label: figure.deploys,
      value: isKnown ? `${deploys.deploys}` : unknown,
      note: deployParts(deploys).join(', ') || (isKnown ? noDeploys : figure.notWatched),
    },
    {
      label: figure.drifts,
      value: isKnown ? `${driftCount(drifts)}` : unknown,
      note: outcomeParts(drifts).join(', ') || (isKnown ? noDrift : figure.notWatched),
    },
  ]
}

/** The numbers of a week, each with what it rests on: how much was seen, the team's clocks, deploys and drifts. */
export function weekFigures(seen: WeekSeen, tickets: WeekTickets | null): readonly WeekFigure[] {
  const totals = weekTotals(seen)
  const watched = {
    label: words.figure.seen,
    value: seenText(totals.watchedFor),
    note: words.figure.seenOf(seenText(totals.span), gapsIn(seen)),
  }
  return [watched, ...ticketFigures(tickets), ...eventFigures(totals)]
}

/** A day under an axis: `Fri 15`. `timeZone` is an IANA name. */
export const dayTick = (at: EpochMs, timeZone: string): string =>
  new Intl.DateTimeFormat(texts.locale, { weekday: 'short', day: 'numeric', timeZone }).format(at)
