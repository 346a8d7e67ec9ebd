import type { ReactNode } from 'react'
import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import type { WallShare } from '#src/domain/wall/wallStrip.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'
import { englishWallKeep } from '#src/domain/wording/englishWallKeep.ts'
import { formatDuration } from '#src/domain/wording/formatDuration.ts'
import { formatNumber } from '#src/domain/wording/formatNumber.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useKeysHelp } from '#src/state/useKeysHelp.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { KeysDialog } from '#src/ui/KeysDialog.tsx'
import { askedWords, asksForPart } from './askedWords.ts'
import styles from './foot.module.css'
import type { Turning } from './usePageTurn.ts'

const { head, pages: words } = englishWall
const KEYS = [...englishWall.keys, ...englishWallKeep.keys]

const all = (counts: WallShare['shown']): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

/** What the address leaves out of the wall, and whether any of that asks for somebody. */
function Share({ share, options }: { readonly share: WallShare; readonly options: WallOptions }) {
  const { shown, hidden } = share
  const of = all(shown) + all(hidden)
  if (!asksForPart(options)) return null
  return (
    <>
      <span>{head.shown(all(shown), of, askedWords(options))}</span>
      {hidden.red > 0 && <b data-light="red">{head.hiddenRed(hidden.red)}</b>}
      {hidden.orange > 0 && <b data-light="orange">{head.hiddenWatch(hidden.orange)}</b>}
      {hidden.unknown > 0 && <b>{head.hiddenUnseen(hidden.unknown)}</b>}
    </>
  )
}

function said({ left, turns }: Turning): string {
  if (left !== null) return words.next(formatDuration(left))
  return turns ? words.byHand : words.held
}

/** Which page of the wall is shown, and when the next one comes. */
function Pages({
  turning,
  of,
  rotate,
}: {
  readonly turning: Turning
  readonly of: number
  readonly rotate: number
}) {
  const { page, left } = turning
  const done = left === null || rotate === 0 ? 1 : 1 - left / rotate
  return (
    <span className={styles.pages}>
      <span className={styles.steps} aria-hidden="true">
        {Array.from({ length: of }, (_, i) => (
          <span key={i} data-shown={i === page || undefined}>
            {i === page && <span style={{ width: `${Math.round(done * 100)}%` }} />}
          </span>
        ))}
      </span>
      <b>{words.page(page + 1, of)}</b> {said(turning)}
    </span>
  )
}

type Props = {
  readonly options: WallOptions
  readonly share: WallShare
  readonly turning: Turning
  readonly pages: number
  /** From how many metres the names are read; null while there are none. */
  readonly metres: number | null
  /** What the wall says of itself. */
  readonly children?: ReactNode
}

/** The bottom of the wall: which fleet it is and which part of it, the pages, and the keys. */
export function WallFoot({ options, share, turning, pages, metres, children }: Props) {
  const title = useWatch(({ strip }) => strip?.title ?? screenTexts.product)
  return (
    <footer className={styles.foot}>
      <h1>
        <a href={hashTo('/')}>{title}</a>
      </h1>
      <Share share={share} options={options} />
      {pages > 1 && <Pages turning={turning} of={pages} rotate={options.rotate} />}
      {children}
      <span className={styles.end}>
        {metres !== null && head.legible(formatNumber(Math.floor(metres * 10) / 10))}
        <KeysDialog list={KEYS} {...useKeysHelp()} />
      </span>
    </footer>
  )
}
