import { useEffect } from 'react'
import { useStore } from 'zustand'
import { englishWays } from '#src/domain/wording/englishWays.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { whenIdle } from '#src/state/whenIdle.ts'
import { sinceCheck } from './lazySinceCheck.ts'
import styles from './sinceCheck.module.css'

/** The way to the morning check, and beside it what changed since the last one, as soon as that is known. */
export function SinceCheckLine() {
  const part = useStore(sinceCheck.store)
  useEffect(() => whenIdle(sinceCheck.preload), [])
  const Sentence = part.kind === 'ready' ? part.value : null
  return (
    <a className={styles.line} href={hashTo('/check')} aria-keyshortcuts="c">
      <b>{englishWays.check}</b>
      {Sentence !== null && <Sentence />}
    </a>
  )
}
