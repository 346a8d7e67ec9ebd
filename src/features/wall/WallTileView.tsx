import { memo } from 'react'
import { minutes } from '#src/domain/time/units.ts'
import { markOf } from '#src/domain/wall/fitBand.ts'
import { CAPITALS } from '#src/domain/wall/legibility.ts'
import type { InfoPlace, TilePlace } from '#src/domain/wall/placeTiles.ts'
import { type WallTile, wallTile } from '#src/domain/wall/wallTiles.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { useRow } from '#src/state/useWatch.ts'
import { keyed } from '#src/ui/keyed.ts'
import styles from './tile.module.css'
import { type TileWords, tileWords } from './tileWords.ts'
import { WallShape } from './WallShape.tsx'

function Mark({ tile, place }: { readonly tile: WallTile; readonly place: TilePlace }) {
  const { rank, capital, stacked } = place
  const { letter, shape, gap } = markOf(rank, capital, stacked)
  return (
    <span className={styles.mark} data-stacked={stacked || undefined} style={{ gap }} aria-hidden="true">
      <span
        className={styles.letter}
        style={{ fontSize: capital / CAPITALS, width: letter.width, lineHeight: `${letter.height}px` }}
      >
        {englishWall.letter[tile.light]}
      </span>
      <WallShape light={tile.light} size={Math.floor(shape)} />
    </span>
  )
}

type InfoProps = { readonly words: TileWords; readonly info: InfoPlace }

function Info({ words: { why, facts }, info: { size, lines, beside } }: InfoProps) {
  const whyLines = why === '' ? 0 : facts === '' || lines === 1 ? lines : lines - 1
  return (
    <span className={styles.info} data-beside={beside || undefined} style={{ fontSize: size }}>
      {whyLines > 0 && (
        <span
          className={styles.why}
          data-one={whyLines === 1 || undefined}
          style={{ WebkitLineClamp: whyLines }}
        >
          {why}
        </span>
      )}
      {whyLines < lines && facts !== '' && <span className={styles.facts}>{facts}</span>}
    </span>
  )
}

type Props = {
  readonly place: TilePlace
  /** Its red is new: it calls twice, then stays. */
  readonly calls: boolean
}

/** One service on the wall: its light as colour, texture, letter and shape, its name, and why where there is room. */
export const WallTileView = memo(function WallTileView({ place, calls }: Props) {
  const row = useRow(place.name)
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (row === undefined) return null
  const tile = wallTile(row)
  const words = tileWords(tile, now, timeZone)
  const { x, y, width, height, pad, size, info } = place
  return (
    <li
      className={styles.tile}
      data-light={tile.light}
      data-rank={place.rank}
      data-calls={calls || undefined}
      style={{ left: x, top: y, width, height }}
    >
      <article aria-label={place.name}>
        <a
          className={styles.link}
          style={{ padding: pad, gap: pad }}
          href={hashTo(`/s/${encodeURIComponent(place.name)}`)}
          data-tile={place.name}
          title={place.isCut ? place.name : undefined}
          aria-label={[place.name, words.light, words.why, words.facts].filter(Boolean).join(', ')}
        >
          <Mark tile={tile} place={place} />
          <span className={styles.says} data-beside={info?.beside || undefined} style={{ gap: pad }}>
            <span className={styles.name} style={{ fontSize: size }} aria-hidden="true">
              {keyed(place.lines, (line) => line).map(([key, line]) => (
                <span key={key}>{line}</span>
              ))}
            </span>
            {info !== null && <Info words={words} info={info} />}
          </span>
        </a>
      </article>
    </li>
  )
})
