import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { formatMoment } from '#src/domain/wording/formatMoment.ts'
import { formatSignal } from '#src/domain/wording/formatSignal.ts'
import { NOW } from './monthOfSignals.ts'

const WIDTH = 440
const HEIGHT = 152

const dataOf = ({ from, step, mean }: SignalHistory): { t: number; mean: number | null }[] =>
  Array.from(mean, (value, i) => ({ t: from + i * step, mean: Number.isFinite(value) ? value : null }))

/** The library's own line chart, as its documentation has it. */
function PlainChart({ history }: { readonly history: SignalHistory }) {
  const { signal, from, step, mean } = history
  return (
    <LineChart width={WIDTH} height={HEIGHT} data={dataOf(history)} syncId="pod">
      <CartesianGrid vertical={false} />
      <XAxis
        dataKey="t"
        type="number"
        domain={[from, from + step * mean.length]}
        tickFormatter={(at: number) => formatMoment(at, NOW, 'UTC')}
      />
      <YAxis
        domain={['auto', 'auto']}
        tickFormatter={(value: number) => formatSignal(signal, value, NOW, 'UTC')}
      />
      <Tooltip />
      <Line dataKey="mean" dot={false} isAnimationActive={false} />
    </LineChart>
  )
}

export const PlainCharts = ({ histories }: { readonly histories: readonly SignalHistory[] }) => (
  <div className="grid">
    {histories.map((history) => (
      <PlainChart key={history.signal} history={history} />
    ))}
  </div>
)

function bareLine({ mean }: SignalHistory): string {
  const [low, high] = [Math.min(...mean.filter(Number.isFinite)), Math.max(...mean.filter(Number.isFinite))]
  let [path, starts] = ['', true]
  for (const [i, value] of mean.entries()) {
    const x = Math.round((i * WIDTH) / mean.length)
    const isThere = Number.isFinite(value)
    if (isThere) path += `${starts ? 'M' : 'L'}${x} ${Math.round(((high - value) / (high - low)) * HEIGHT)}`
    starts = !isThere
  }
  return path
}

/** The lines alone, as text. */
export const bareCharts = (histories: readonly SignalHistory[]): string =>
  `<div class="grid">${histories
    .map(
      (history) =>
        `<svg width="${WIDTH}" height="${HEIGHT}"><path fill="none" stroke="gray" d="${bareLine(history)}"/></svg>`,
    )
    .join('')}</div>`
