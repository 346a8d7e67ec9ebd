import { type ReactNode, useState } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import styles from './servicePage.module.css'

/** More lines than these are folded, unless it is a single one. */
const FEW = 12

/** The first lines of a long list of pods, and a button that shows the others; null where all are shown. */
export function useFewPods<T>(pods: readonly T[]): {
  readonly shown: readonly T[]
  readonly more: ReactNode
} {
  const [all, setAll] = useState(false)
  if (all || pods.length <= FEW + 1) return { shown: pods, more: null }
  return {
    shown: pods.slice(0, FEW),
    more: (
      <button type="button" className={styles.more} onClick={() => setAll(true)}>
        {screenTexts.morePods(pods.length - FEW)}
      </button>
    ),
  }
}
