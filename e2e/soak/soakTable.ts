import { table } from '#e2e/bench/table.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import type { SoakReport } from './soak.ts'
import type { SoakFigure } from './soakMeter.ts'
import type { SoakVerdict } from './soakVerdict.ts'

const MEBIBYTE = 2 ** 20

const BYTES: ReadonlySet<SoakFigure> = new Set(['page heap', 'worker heap', 'IndexedDB'])

const sizeIn = (figure: SoakFigure, value: number): string =>
  BYTES.has(figure) ? `${(value / MEBIBYTE).toFixed(2)} MiB` : value.toFixed(Number.isInteger(value) ? 0 : 1)

function row({ figure, first, last, perDay, ci, verdict, reason, isFlat }: SoakVerdict): readonly string[] {
  const share = first === 0 ? '–' : `${((last / first - 1) * 100).toFixed(1)} %`
  const [least, most] = ci.map((bound) => sizeIn(figure, bound))
  return [
    figure,
    sizeIn(figure, first),
    sizeIn(figure, last),
    share,
    sizeIn(figure, perDay),
    `${least} … ${most}`,
    `${verdict} (${reason})`,
    isFlat ? 'flat' : 'GROWS',
  ]
}

/** What became of each figure. */
export const soakTable = (verdicts: readonly SoakVerdict[]): string =>
  table(['', 'first third', 'last third', 'change', 'a day', '95 %', 'assess', ''], verdicts.map(row))

/** How much of a wall's life it was. */
export function soakSummary({ hung, took, polls, standsFor, old, loads, dropped }: SoakReport): string {
  const rate = Math.round(polls / (took / 1000))
  return [
    `${polls} polls in ${formatDuration(took)} (${rate} a second): as many as come in ${formatDuration(standsFor)} where the`,
    `fleet file names no intervals. The wall's clock went on by ${formatDuration(hung)}. Dropped ${dropped}, loaded ${loads}`,
    `times, showed what was old at ${old} samples.`,
  ].join('\n')
}
