import type { LayerState } from '#src/domain/layer/layer.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import styles from './layers.module.css'

/** What has nothing to tell has no light. */
const LIGHT: Readonly<Record<LayerState, Light | null>> = {
  pass: 'green',
  watch: 'orange',
  fail: 'red',
  unseen: 'unknown',
  none: null,
  aid: null,
}

/** How a layer stands: shape, colour and word. */
export function LayerMark({ state }: { readonly state: LayerState }) {
  const light = LIGHT[state]
  return (
    <span className={styles.mark} data-state={state}>
      {light === null ? <span aria-hidden="true">–</span> : <StatusLight light={light} size={20} silent />}
      <span className={styles.word}>{englishLayers.state[state]}</span>
    </span>
  )
}
