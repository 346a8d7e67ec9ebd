import { createRoot } from 'react-dom/client'
import { ComposedChart, LineChart, Line, Tooltip, CartesianGrid, XAxis, YAxis, usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import { painted, timed } from '#e2e/bench/timedPaint.ts'
const N = 300
const mk = (s: number) => Array.from({ length: N }, (_, i) => ({ t: i * 1000, mean: 100 + 10 * Math.sin(i / 9 + s), range: [80, 120] }))
const DATA = Array.from({ length: 15 }, (_, s) => mk(s))
const EMPTY: any[] = []
function Layer({ data }: any) {
  const [a, x, y] = [usePlotArea(), useXAxisScale(), useYAxisScale()]
  ;(globalThis as any).layers = ((globalThis as any).layers ?? 0) + 1
  if (!a || !x || !y) return null
  let d = ''
  for (const p of data) d += `${d === '' ? 'M' : 'L'}${Math.round((x(p.t) ?? 0) * 10) / 10} ${Math.round((y(p.mean) ?? 0) * 10) / 10}`
  return <path d={d} fill="none" stroke="black" />
}
const TICKS = [0, 60000, 120000, 180000, 240000]
const VT = [80, 90, 100, 110, 120]
const tick = ({ x, y, payload }: any) => <text x={x} y={y + 12} textAnchor="middle">{String(payload.value)}</text>
const vtick = ({ x, y, payload }: any) => <text x={x} y={y + 4} textAnchor="end">{String(payload.value)}</text>
const M = { top: 8, right: 12, bottom: 0, left: 0 }
const Own = ({ data }: any) => (
  <ComposedChart width={420} height={148} data={EMPTY} margin={M} accessibilityLayer={false}>
    <XAxis dataKey="t" type="number" domain={[0, 299000]} allowDataOverflow ticks={TICKS} interval={0} height={24} tick={tick} tickLine={false} />
    <YAxis type="number" domain={[80, 120]} allowDataOverflow ticks={VT} interval={0} width={64} tick={vtick} tickLine={false} axisLine={false} />
    <Layer data={data} />
  </ComposedChart>
)
const Hide = ({ data }: any) => (
  <ComposedChart width={420} height={148} data={EMPTY} margin={M} accessibilityLayer={false}>
    <XAxis dataKey="t" type="number" domain={[0, 299000]} allowDataOverflow hide />
    <YAxis type="number" domain={[80, 120]} allowDataOverflow width={64} hide />
    <Layer data={data} />
  </ComposedChart>
)
const NoAxes = ({ data }: any) => (
  <ComposedChart width={420} height={148} data={EMPTY} margin={M} accessibilityLayer={false}>
    <Layer data={data} />
  </ComposedChart>
)
const Plain = ({ data }: any) => (
  <LineChart width={420} height={148} data={data} margin={M}>
    <CartesianGrid vertical={false} />
    <XAxis dataKey="t" type="number" domain={[0, 299000]} />
    <YAxis domain={[80, 120]} />
    <Tooltip />
    <Line dataKey="mean" dot={false} isAnimationActive={false} />
  </LineChart>
)
const kinds: any = { own: Own, hide: Hide, noaxes: NoAxes, plain: Plain, none: () => <svg width="420" height="148" /> }
function mount(kind: string) {
  const K = kinds[kind]
  return timed(() => createRoot(document.getElementById('root')!).render(DATA.map((d, i) => <K key={i} data={d} />)))
}
Object.assign(globalThis, { b: { mount, painted } })
