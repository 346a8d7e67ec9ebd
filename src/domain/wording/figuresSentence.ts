import type { Compliance, TicketFigures, TicketStatistics } from '#src/domain/statistics/ticketStatistics.ts'
import { englishFigures as words } from './englishFigures.ts'
import { formatRatio } from './formatNumber.ts'

/** From so many on a share is told in per cent too: of fewer it would say more than is known. */
const PER_CENT_FROM = 10

/** How many of how many, as `17 of 20 (85 %)`; of few without the per cent, of none `–`. */
export function shareWords(n: number, of: number): string {
  if (of === 0) return words.few
  const said = words.kept(n, of)
  return of < PER_CENT_FROM ? said : words.withRatio(said, formatRatio(n / of))
}

const kept = (say: (share: string) => string, { kept: n, of }: Compliance): readonly string[] =>
  of === 0 ? [] : [say(shareWords(n, of))]

/** What the figures come to: how many tickets, and how often what was promised was kept. Null: there is no ticket. */
export function figuresSentence(figures: TicketFigures | null): string {
  if (figures === null) return words.noTicket
  const { n, ttaKept, trsKept } = figures
  return [
    words.counted(n),
    ...kept(words.acknowledgedInTime, ttaKept),
    ...kept(words.restoredInTime, trsKept),
  ].join(', ')
}

/** What is in no figure, as `Left out: 2 merged into another, 1 drill.`; the empty text where nothing is. */
export function excludedWords({ merged, falsePositives, drills }: TicketStatistics['excluded']): string {
  const parts = [
    ...(merged === 0 ? [] : [words.merged(merged)]),
    ...(falsePositives === 0 ? [] : [words.falsePositives(falsePositives)]),
    ...(drills === 0 ? [] : [words.drills(drills)]),
  ]
  return parts.length === 0 ? '' : words.excluded(parts.join(', '))
}
