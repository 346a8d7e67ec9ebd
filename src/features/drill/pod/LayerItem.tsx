import { endpointOfLayer } from '#src/domain/layer/endpointOfLayer.ts'
import type { Layer, LayerName, LayerReason } from '#src/domain/layer/layer.ts'
import { minutes } from '#src/domain/time/units.ts'
import { englishLayers } from '#src/domain/wording/englishLayers.ts'
import { type LayerTold, layerSummary } from '#src/domain/wording/layerWords.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { keyed } from '#src/ui/keyed.ts'
import { PartBoundary, type PartFault } from '#src/ui/PartBoundary.tsx'
import { AgeOf } from './AgeOf.tsx'
import { LayerContent } from './LayerContent.tsx'
import { layerButtonId, layerContentId } from './layerElements.ts'
import { LayerMark } from './LayerMark.tsx'
import styles from './layers.module.css'
import type { FoundPodFacts } from './usePodFound.ts'

const words = englishLayers.screen

function Reasons({ reasons }: { readonly reasons: readonly LayerReason[] }) {
  if (reasons.length === 0) return null
  return (
    <ul className={styles.reasons}>
      {keyed(reasons, ({ kind, text }) => `${kind} ${text}`).map(([key, { kind, light, text, todo }]) => (
        <li key={key} data-light={light}>
          {text} <span className={styles.quiet}>{todo}</span>{' '}
          <a href={hashTo('/rules', { rule: kind })} aria-label={screenTexts.ruleOf(kind)}>
            {screenTexts.rule}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A fault of one layer stays in it. */
const NotDrawn = ({ message, onRetry }: PartFault) => (
  <p role="alert">
    {words.notDrawn(message)}{' '}
    <button type="button" className={styles.again} onClick={onRetry}>
      {words.again}
    </button>
  </p>
)

type Props = {
  readonly service: string
  readonly found: FoundPodFacts
  readonly told: LayerTold
  readonly layer: Layer
  readonly number: number
  readonly open: boolean
  readonly onToggle: (name: LayerName) => void
}

/** When that was answered which a layer rests on. */
function Asked({ layer, told }: Pick<Props, 'layer' | 'told'>) {
  const wanted = endpointOfLayer(layer.name)
  const answer = told.pod.endpoints.find(({ endpoint }) => endpoint === wanted)
  if (answer === undefined || answer.at === null) return <span className={styles.age} />
  return (
    <span className={styles.age}>
      <AgeOf at={answer.at} />
    </span>
  )
}

/** One layer in a line: how it stands, what was asked and answered, how old that is; open, all that is known of it. */
export function LayerItem({ service, found, told, layer, number, open, onToggle }: Props) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  const { name, state, reasons } = layer
  // Open, its reasons stand below.
  const summary = layerSummary(open ? { ...layer, reasons: [] } : layer, told, { now, timeZone })
  return (
    <li className={styles.layer} data-layer={name} data-state={state} data-open={open || undefined}>
      <h2>
        <button
          type="button"
          id={layerButtonId(name)}
          className={styles.line}
          aria-expanded={open}
          aria-controls={open ? layerContentId(name) : undefined}
          onClick={() => onToggle(name)}
        >
          <span className={styles.number} aria-hidden="true">
            {number}
          </span>
          <LayerMark state={state} />
          <span className={styles.name}>{englishLayers.name[name]}</span>
          <span className={styles.said} title={summary}>
            {summary}
          </span>
          <Asked layer={layer} told={told} />
        </button>
      </h2>
      {open && (
        <section id={layerContentId(name)} className={styles.content} aria-labelledby={layerButtonId(name)}>
          <Reasons reasons={reasons} />
          <PartBoundary fallback={NotDrawn}>
            <LayerContent service={service} layer={name} found={found} told={told} />
          </PartBoundary>
        </section>
      )}
    </li>
  )
}
