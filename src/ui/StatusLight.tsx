import { memo } from 'react'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { LIGHT_SHAPE } from '#src/domain/chart/lightShape.ts'
import styles from './StatusLight.module.css'

type Props = {
  readonly light: Light
  /** Width and height in CSS pixels; under 16 the fine marks are left out. */
  readonly size?: 12 | 16 | 20 | 24 | 44
  /** True where the light's word stands beside it: then the picture says nothing of its own. */
  readonly silent?: boolean
  /** A new red calls twice, then stays. */
  readonly calls?: boolean
}

/** One of the four lights: colour, shape and, for who does not see either, its word. */
export const StatusLight = memo(function StatusLight({
  light,
  size = 24,
  silent = false,
  calls = false,
}: Props) {
  const naming = silent
    ? ({ 'aria-hidden': true } as const)
    : ({ role: 'img', 'aria-label': screenTexts.light[light] } as const)
  return (
    <svg
      {...naming}
      className={calls ? `${styles.light} ${styles.calls}` : styles.light}
      data-light={light}
      viewBox="0 0 24 24"
      width={size}
      height={size}
    >
      {LIGHT_SHAPE[light]
        .filter((part) => size >= 16 || !part.fine)
        .map((part) => (
          <path
            key={part.d}
            className={styles[part.paint]}
            d={part.d}
            strokeWidth={part.width}
            strokeDasharray={part.dash ?? undefined}
          />
        ))}
    </svg>
  )
})
