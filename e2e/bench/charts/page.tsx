import type { ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import '#src/ui/base.css'
import type { SignalHistory } from '#src/domain/chart/signalHistory.ts'
import { days } from '#src/domain/time/units.ts'
import { ChartGrid } from '#src/ui/charts/ChartGrid.tsx'
import type { SignalView } from '#src/ui/charts/signalView.ts'
import { painted, timed, type Took } from '#e2e/bench/timedPaint.ts'
import { CHARTS, type Kind } from './chartBench.ts'
import { bareCharts, PlainCharts } from './contenders.tsx'
import { monthOfSignals, NOW } from './monthOfSignals.ts'

// What is measured: 28 days of fifteen signals, drawn, changed and pointed at.

const nothing = (): null => null

const viewOf = (history: SignalHistory): SignalView => ({ history, beside: null, light: null })

function drawn(kind: Kind, histories: readonly SignalHistory[]): ReactNode {
  if (kind === 'recharts') return <PlainCharts histories={histories} />
  const from = histories[0]?.from ?? NOW
  return (
    <ChartGrid
      views={histories.map(viewOf)}
      span={{ from, to: from + days(28) }}
      at={null}
      now={NOW}
      timeZone="UTC"
      isZoomed={false}
      onZoom={nothing}
      actions={nothing}
    />
  )
}

let root: Root | null = null

function show(kind: Kind, histories: readonly SignalHistory[]): void {
  const element = document.getElementById('root')
  if (element === null) return
  if (kind === 'bare') {
    element.innerHTML = bareCharts(histories)
    return
  }
  root ??= createRoot(element)
  root.render(drawn(kind, histories))
}

/** Draws all charts. The histories come from a worker: they are made beforehand. */
async function mount(kind: Kind): Promise<Took> {
  const histories = monthOfSignals()
  return timed(() => show(kind, histories))
}

/** Until all charts are there: the first ones are painted before the others are drawn. */
async function whole(): Promise<void> {
  while (document.querySelectorAll('svg path[d]').length < CHARTS || count() < CHARTS) await painted()
  await painted()
}

const count = (): number =>
  document.querySelectorAll('#root .recharts-surface').length ||
  document.querySelectorAll('#root .grid > svg').length

let ticks = 0

/** The next answer of the worker: every line is one place further. */
async function change(kind: Kind): Promise<Took> {
  ticks += 1
  const histories = monthOfSignals(ticks)
  return timed(() => show(kind, histories))
}

let frames: number[] = []
let isWatching = false

/** Notes from now on when each frame is made. */
function watchFrames(): void {
  frames = []
  isWatching = true
  const note = (at: number): void => {
    frames.push(at)
    if (isWatching) requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

/** How long each frame took since then, in ms by the clock on the wall. */
function framesSeen(): readonly number[] {
  isWatching = false
  return frames.slice(1).map((at, i) => at - (frames[i] ?? at))
}

const elements = (): number => document.querySelectorAll('#root *').length

Object.assign(globalThis, { chartBench: { mount, whole, change, watchFrames, framesSeen, elements } })
