import { figure, table } from '#e2e/bench/table.ts'
import type { Figures, ScenarioFigures } from '#src/domain/slope/testing/judge.ts'
import type { Call, Outcome } from '#src/domain/slope/testing/judgeSeries.ts'
import { days, hours } from '#src/domain/time/units.ts'

const number = (value: number | null): string => {
  if (value === null) return ''
  return value === Infinity ? 'never' : figure(value)
}

const percent = (value: number | null): string =>
  value === null ? '' : Number.isFinite(value) ? `${(100 * value).toFixed(0)} %` : 'never'

/** One row for each positive scenario. */
export const positivesTable = ({ scenarios }: Figures): string =>
  table(
    [
      'drifts',
      'found',
      'after h',
      'p90',
      'noise limit h',
      'structural h',
      '÷ structural',
      '÷ hit',
      'slope',
      'ETA',
      'interval',
      'at limit s',
    ],
    scenarios.filter(({ sign }) => sign === 'positive').map(positiveRow),
  )

const positiveRow = (row: ScenarioFigures): readonly string[] => [
  row.name,
  `${row.found}/${row.series}`,
  number(row.delayHours.median),
  number(row.delayHours.p90),
  number(row.noiseLimitHours),
  number(row.structuralLimitHours),
  number(row.delayPerStructural),
  number(row.delayPerHit),
  percent(row.slopeError),
  percent(row.etaError),
  percent(row.coverage),
  number(row.atLimitSeconds.median),
]

/** One row for each negative scenario. */
export const negativesTable = ({ scenarios }: Figures): string =>
  table(
    ['no drifts', 'series', 'days', 'false drifts', 'in 1,000 days'],
    scenarios
      .filter(({ sign }) => sign === 'negative')
      .map((row) => [
        row.name,
        String(row.series),
        row.quietDays.toFixed(0),
        String(row.falseDrifts),
        number((1000 * row.falseDrifts) / row.quietDays),
      ]),
  )

/** Every drift that was missed, then every call that was wrong, one line each. */
export const detailTable = (outcomes: readonly Outcome[]): string => {
  const missed = outcomes.filter(
    ({ scenario, delay, atLimitAfter }) =>
      scenario.sign === 'positive' && (scenario.expects === 'atLimit' ? atLimitAfter : delay) === null,
  )
  const wrong = outcomes.flatMap(({ scenario, seed, calls }) =>
    calls.filter((call) => call.wrong).map((call) => callRow(scenario.name, seed, call)),
  )
  return table(
    ['wrong', 'seed', 'day', 'held h', 'per hour', 'why'],
    [...missed.map(({ scenario, seed }) => [scenario.name, String(seed), '', '', '', 'missed']), ...wrong],
  )
}

const callRow = (
  name: string,
  seed: number,
  { after, held, slopePerHour, reason, inStartUp }: Call,
): readonly string[] => [
  name,
  String(seed),
  (after / days(1)).toFixed(2),
  figure(held / hours(1)),
  slopePerHour.toPrecision(3),
  `${typeof reason === 'string' ? reason : JSON.stringify(reason)}${inStartUp ? ' (start-up)' : ''}`,
]

/** When each drift was called, one line a series. */
export const delaysTable = (outcomes: readonly Outcome[]): string =>
  table(
    ['drift', 'seed', 'after h', '÷ structural', 'slope', 'ETA', 'interval', 'why'],
    outcomes
      .filter(({ scenario }) => scenario.sign === 'positive')
      .map(({ scenario, seed, delay, truth, slopeError, etaError, coverage, calls }) => [
        scenario.name,
        String(seed),
        number(delay === null ? null : delay / hours(1)),
        number(delay === null || truth === null ? null : delay / truth.structuralLimit),
        percent(slopeError),
        percent(etaError),
        percent(coverage),
        JSON.stringify(calls.find(({ wrong }) => !wrong)?.reason ?? ''),
      ]),
  )
