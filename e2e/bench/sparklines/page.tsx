import { memo } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { Line, LineChart } from 'recharts'
import { create } from 'zustand'
import type { Spark } from '#src/domain/digest/digestRow.ts'
import { hours, mebibytes, minutes } from '#src/domain/time/units.ts'
import { sparkSentence } from '#src/domain/wording/sparkSentence.ts'
import { Sparkline } from '#src/ui/Sparkline.tsx'
import '#src/ui/tokens.css'
import { timed, type Took } from '#e2e/bench/timedPaint.ts'
import type { Kind } from './sparkBench.ts'

// What is measured: a grid of tiles as on the digest, with one way or another to draw the line, or none.

const NOW = 1_732_176_000_000
const PLACES = 96
const MIB = mebibytes(1)

type Tile = { readonly name: string; readonly tick: number; readonly spark: Spark }

/** A line that looks like memory; each third drifts, each fourth restarted, as on a bad morning. */
function sparkOf(i: number, tick: number): Spark {
  const drifts = i % 3 === 0
  const value = (at: number): number =>
    (500 + (drifts ? at * 2 : 0) + 20 * Math.sin(at / 3 + i) + (at % 7)) * MIB
  const values = Float32Array.from({ length: PLACES }, (_, place) => value(place + tick))
  const from = NOW - hours(24) + tick * minutes(15)
  const slope = {
    perHour: 8 * MIB,
    ci: [7 * MIB, 9 * MIB] as const,
    isDrift: drifts,
    since: from,
    from,
    fromValue: value(tick),
    to: from + hours(24),
    toValue: value(tick + PLACES),
    reachedAt: NOW + hours(30),
    reachedBetween: [NOW + hours(28), NOW + hours(33)] as const,
  }
  const marks = i % 4 === 0 ? [{ at: from + hours(9), kind: 'restart', version: null } as const] : []
  return {
    signal: 'memory',
    pod: `pod-${i}`,
    readAt: NOW,
    from,
    step: minutes(15),
    values,
    bound: 1024 * MIB,
    slope,
    marks,
  }
}

const tileOf = (i: number, tick: number): Tile => ({ name: `service-${i}`, tick, spark: sparkOf(i, tick) })

const useTiles = create<{ readonly tiles: readonly Tile[] }>(() => ({ tiles: [] }))

const DRAW: Readonly<Record<Kind, (props: { readonly spark: Spark }) => React.ReactNode>> = {
  none: () => null,
  own: ({ spark }) => <Sparkline spark={spark} light="orange" />,
  worded: ({ spark }) => <Sparkline spark={spark} light="orange" label={sparkSentence(spark, NOW, 'UTC')} />,
  recharts: ({ spark }) => (
    <LineChart width={96} height={24} data={Array.from(spark.values, (value) => ({ value }))}>
      <Line dataKey="value" dot={false} isAnimationActive={false} />
    </LineChart>
  ),
}

const TileView = memo(function TileView({ at, kind }: { readonly at: number; readonly kind: Kind }) {
  const tile = useTiles(({ tiles }) => tiles[at])
  const Draw = DRAW[kind]
  if (tile === undefined) return null
  return (
    <article>
      <b>{tile.name}</b> <i>●</i> <code>1.4.{tile.tick}</code> <span>{12 + (tile.tick % 9)} ms</span>
      <div className="line">
        <Draw spark={tile.spark} />
      </div>
    </article>
  )
})

let root: Root | null = null

/** Draws so many tiles. */
function mount(kind: Kind, n: number): Promise<Took> {
  const element = document.getElementById('root')
  useTiles.setState({
    tiles: Array.from({ length: n }, (_, i) => tileOf(i, 0)),
  })
  return timed(() => {
    if (element === null) return
    root = createRoot(element)
    root.render(Array.from({ length: n }, (_, i) => <TileView key={i} at={i} kind={kind} />))
  })
}

/** Gives every so-manieth tile its next value. The new lines are made beforehand: they come from a worker. */
function update(every: number): Promise<Took> {
  const tiles = useTiles
    .getState()
    .tiles.map((tile, i) => (i % every === 0 ? tileOf(i, tile.tick + 1) : tile))
  return timed(() => useTiles.setState({ tiles }))
}

Object.assign(globalThis, { sparkBench: { mount, update } })
