import type { ReactNode } from 'react'
import type { PodReason } from '#src/domain/layer/podReasons.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { keyed } from '#src/ui/keyed.ts'
import { RecentProbes } from '#src/ui/RecentProbes.tsx'
import { StatusLight } from '#src/ui/StatusLight.tsx'
import { standOnLayer } from './layerElements.ts'
import styles from './podSummary.module.css'
import type { OpenLayer } from './useOpenLayer.ts'
import type { PodDetail } from './usePodFound.ts'
import type { PodLayers } from './usePodLayers.ts'

const words = englishLayers.screen

type Props = {
  readonly pod: PodDetail
  readonly view: PodLayers
  readonly openLayer: OpenLayer
  /** Where it is among its siblings. */
  readonly children: ReactNode
}

function Why({ reason, openLayer }: { readonly reason: PodReason } & Pick<Props, 'openLayer'>) {
  const { layer, light, text } = reason
  const name = englishLayers.name[layer]
  const onClick = (): void => {
    if (openLayer.open !== layer) openLayer.toggle(layer)
    standOnLayer(layer)
  }
  return (
    <li data-light={light}>
      <StatusLight light={light} size={16} />
      <span className={styles.text}>{text}</span>
      <button type="button" className={styles.layer} aria-label={words.open(name)} onClick={onClick}>
        {name}
      </button>
    </li>
  )
}

/** How a pod stands and why, in words, each reason with the layer that its evidence lies in. */
export function PodSummary({ pod, view: { light, reasons }, openLayer, children }: Props) {
  return (
    <section className={styles.summary} aria-label={words.reasons}>
      <div className={styles.facts}>
        {children}
        <RecentProbes recent={pod.recent} />
        <span className={styles.address} title={pod.shownUrl ?? pod.url}>
          {pod.shownUrl ?? pod.url}
        </span>
        <CopyButton text={pod.name} label={words.copyName} done={words.copied(pod.name)} />
      </div>
      {reasons.length === 0 && (
        <p className={styles.none}>{light === 'green' ? words.allWell : words.noReason}</p>
      )}
      {reasons.length > 0 && (
        <ul className={styles.reasons}>
          {keyed(reasons, ({ kind, text }) => `${kind} ${text}`).map(([key, reason]) => (
            <Why key={key} reason={reason} openLayer={openLayer} />
          ))}
        </ul>
      )}
    </section>
  )
}
