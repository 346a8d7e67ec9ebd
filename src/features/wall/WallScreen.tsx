import { useMemo, useRef } from 'react'
import { sightOf } from '#src/domain/wall/legibility.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { worseSentence } from '#src/domain/wording/fleetSentence.ts'
import { useBurnInShift } from '#src/state/useBurnInShift.ts'
import { useCallsNow } from '#src/state/useCallsNow.ts'
import { usePageKeys } from '#src/state/usePageKeys.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { useKeptFocus } from '#src/ui/useKeptFocus.ts'
import { WallCalls } from './calls/WallCalls.tsx'
import { WallBoundary } from './overlay/WallBoundary.tsx'
import { WallKeeper } from './overlay/WallKeeper.tsx'
import { type Box, useBox } from './useBox.ts'
import { useWallLayout, type WallLayout } from './useWallLayout.ts'
import { useWallOptions } from './useWallOptions.ts'
import { useWallOrder } from './useWallOrder.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallNotices } from './WallNotices.tsx'
import { NothingAsked, NoTiles } from './WallStates.tsx'
import { WallStrip } from './WallStrip.tsx'
import { WallTileView } from './WallTileView.tsx'
import { focusTile, tileHere, wallKeys } from './wallPlaces.ts'
import styles from './wall.module.css'
import theme from './wallTheme.module.css'

/** What of a screen a window does not fill is the screen still: it is that whose diagonal is known. */
function screenOf(box: Box): Box {
  return { width: Math.max(box.width, screen.width), height: Math.max(box.height, screen.height) }
}

/** The strip's type is what is read from the seats, where the window is wide enough for it. */
const STRIP_OF_WIDTH = 0.028
const LEAST_STRIP = 14

function useSight(box: Box | null, inch: number | null) {
  return useMemo(() => {
    if (box === null) return null
    const whole = screenOf(box)
    return { box: whole, sight: sightOf(whole.width, whole.height, inch) }
  }, [box, inch])
}

function Tiles({ places }: Pick<WallLayout, 'places'>) {
  useKeptFocus(tileHere, focusTile)
  const calling = useCallsNow()
  return (
    <ul className={styles.tiles} aria-label={englishWall.tiles}>
      {places.map((place) => (
        <WallTileView key={place.name} place={place} calls={calling.has(place.name)} />
      ))}
    </ul>
  )
}

/** Says politely what got worse, and nothing else. */
function WorseSaid() {
  const worse = useWatch((state) => state.worse)
  const times = useWatch((state) => state.timesWorse)
  return (
    <p className="unseen" aria-live="polite" role="log">
      {/* Anew each time: the same words twice are heard twice. */}
      <span key={times}>{worseSentence(worse)}</span>
    </p>
  )
}

/** As `.wall` has it on all sides: the shift takes on one side what it gives on the other. */
const EDGE = 8

function usePadding(): string {
  const { x, y } = useBurnInShift()
  return `${EDGE + y}px ${EDGE - x}px ${EDGE - y}px ${EDGE + x}px`
}

function Wall() {
  const { options, refused } = useWallOptions()
  const order = useWallOrder(options)
  const isKnown = useWatch(({ rows }) => rows.size > 0)
  const whole = useRef<HTMLDivElement>(null)
  const inside = useRef<HTMLElement>(null)
  const box = useBox(whole)
  const screen = useSight(box, options.inch)
  const layout = useWallLayout({ tiles: order.tiles, options, screen, room: useBox(inside) })
  usePageKeys(useMemo(() => wallKeys(layout.turning), [layout.turning]))
  const size =
    box === null || screen === null
      ? LEAST_STRIP
      : Math.max(LEAST_STRIP, Math.min(screen.sight.size * options.zoom, box.width * STRIP_OF_WIDTH))
  return (
    <div
      ref={whole}
      className={`${styles.wall} ${theme.theme}`}
      data-theme={options.theme}
      data-old={order.isOld || undefined}
      style={{ fontSize: size, padding: usePadding() }}
    >
      <WallStrip parts={options.parts} share={order.share} />
      <WallNotices refused={refused} />
      <main ref={inside} className={styles.inside}>
        {order.tiles.length > 0 ? (
          <Tiles places={layout.places} />
        ) : isKnown ? (
          <NothingAsked options={options} />
        ) : (
          <NoTiles />
        )}
      </main>
      <WallFoot options={options} share={order.share} {...layout}>
        <WallCalls options={options} />
        <WallKeeper />
      </WallFoot>
      <WorseSaid />
    </div>
  )
}

/** The wall: all services in view on one screen, read from across the room, without a hand on it. */
export function WallScreen() {
  return (
    <WallBoundary>
      <Wall />
    </WallBoundary>
  )
}
