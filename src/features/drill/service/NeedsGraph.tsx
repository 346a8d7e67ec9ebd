import type { NeedsLayout, Place } from '#src/domain/surroundings/layoutNeeds.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import styles from './needs.module.css'
import { NeighbourLink } from './NeighbourLink.tsx'

/** In pixels: how wide a name's place is, how far apart columns and rows are, and how high a place is. */
const WIDE = 184
const COLUMN = 248
const ROW = 40
const HIGH = 32

const leftOf = ({ column }: Place): number => column * COLUMN
const middleOf = ({ row }: Place): number => row * ROW + ROW / 2

/** From the right edge of one place to the left edge of the next, in curves; on its way it passes straight through the free places. */
function linePath(places: readonly Place[]): string {
  const [first] = places
  if (first === undefined) return ''
  let path = `M${leftOf(first) + WIDE} ${middleOf(first)}`
  for (const [i, place] of places.entries()) {
    if (i === 0) continue
    const [from, to] = [places[i - 1] ?? place, place]
    const [x1, x2] = [leftOf(from) + WIDE, leftOf(to)]
    const bend = (x1 + x2) / 2
    path += `C${bend} ${middleOf(from)} ${bend} ${middleOf(to)} ${x2} ${middleOf(to)}`
    if (i < places.length - 1) path += `h${WIDE}`
  }
  return path
}

/** A need that closes a circle goes back under the names that it joins. */
function backPath(from: Place, to: Place): string {
  const [x1, x2] = [leftOf(from) + WIDE / 2, leftOf(to) + WIDE / 2]
  const [y1, y2] = [middleOf(from) + HIGH / 2, middleOf(to) + HIGH / 2]
  const below = Math.max(y1, y2) + 12
  return `M${x1} ${y1}C${x1} ${below} ${x2} ${below} ${x2} ${y2}`
}

type Line = NeedsLayout['lines'][number]

function lineOf({ places, isBackward }: Line): string {
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return ''
  return isBackward ? backPath(first, last) : linePath(places)
}

type Props = { readonly service: string; readonly layout: NeedsLayout }

/** What needs a service to its left, what it needs to its right: names are real links, in the order of reading. */
export function NeedsGraph({ service, layout }: Props) {
  const { columns, rows, nodes, lines } = layout
  const [width, height] = [(columns - 1) * COLUMN + WIDE, rows * ROW + 16]
  const inOrder = nodes.toSorted((a, b) => a.column - b.column || a.row - b.row)
  return (
    <figure className={styles.graph} aria-label={englishService.needs.graph}>
      <div className={styles.plane} style={{ width, height }}>
        <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          {lines.map((line) => (
            <path
              key={JSON.stringify([line.from, line.to])}
              className={styles.need}
              data-by={line.by}
              data-near={line.from === service || line.to === service || undefined}
              d={lineOf(line)}
            />
          ))}
        </svg>
        <ul>
          {inOrder.map((node) => (
            <li
              key={node.name}
              className={styles.place}
              style={{ left: leftOf(node), top: middleOf(node) - HIGH / 2, width: WIDE, height: HIGH }}
            >
              <NeighbourLink neighbour={node} isSelf={node.name === service} />
            </li>
          ))}
        </ul>
      </div>
    </figure>
  )
}
