import { LIGHT_SHAPE } from '#src/domain/chart/lightShape.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import styles from './tile.module.css'

/** The small circle of OK would be a speck in the box of the others. Under this many pixels the fine marks would be specks. */
const FINE_FROM = 16

/** The shape of a light at any size, in the colour of what stands around it; its word is said elsewhere. */
export function WallShape({ light, size }: { readonly light: Light; readonly size: number }) {
  return (
    <svg
      aria-hidden="true"
      className={styles.shape}
      viewBox={light === 'green' ? '4 4 16 16' : '2 2 20 20'}
      width={size}
      height={size}
    >
      {LIGHT_SHAPE[light]
        .filter((part) => size >= FINE_FROM || !part.fine)
        .map((part) => (
          <path
            key={part.d}
            data-paint={part.paint}
            d={part.d}
            strokeWidth={part.width}
            strokeDasharray={part.dash ?? undefined}
          />
        ))}
    </svg>
  )
}
