import { type ReactNode, useId, useState } from 'react'
import { type Fitting, fittingSignals } from '#src/domain/explorer/fittingSignals.ts'
import { fleetLine, mappedName, pickableLabels } from '#src/domain/explorer/fleetLine.ts'
import type { FamilyTold } from '#src/domain/explorer/podFamilies.ts'
import { englishExplorer as words } from '#src/domain/wording/englishExplorer.ts'
import { texts } from '#src/domain/wording/texts.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import styles from './useAsSignal.module.css'

/** More sets of labels make no list to choose from. */
const MOST_CHOICES = 50

const labelsText = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')

type ChoiceProps = {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly children: ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {children}
      </select>
    </label>
  )
}

type FormProps = {
  readonly service: string
  readonly metric: string
  readonly family: FamilyTold
  readonly fittings: readonly [Fitting, ...(readonly Fitting[])]
}

function Form({ service, metric, family, fittings }: FormProps) {
  const [fitting, setFitting] = useState(0)
  const [which, setWhich] = useState(-1)
  const choices = pickableLabels(family, MOST_CHOICES)
  const line = fleetLine(metric, fittings[fitting] ?? fittings[0], choices[which] ?? null)
  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        <Choice label={words.signal} value={fitting} onChange={setFitting}>
          {fittings.map(({ signal }, i) => (
            <option key={signal} value={i}>
              {texts.signal[signal]}
            </option>
          ))}
        </Choice>
        {choices.length > 0 && (
          <Choice label={words.which} value={which} onChange={setWhich}>
            <option value={-1}>{words.all}</option>
            {choices.map((labels, i) => {
              const text = labelsText(labels)
              return (
                <option key={text} value={i}>
                  {text}
                </option>
              )
            })}
          </Choice>
        )}
      </div>
      <div className={styles.line}>
        <code>{line}</code>
        <CopyButton text={line} label={words.copyLine} done={words.lineCopied} />
      </div>
      <p className={styles.quiet}>{words.scope(service)}</p>
    </div>
  )
}

/** Makes the line of the fleet file by which a family tells a signal. Nothing is changed here: somebody writes it there. */
export function UseAsSignal({ service, family }: { readonly service: string; readonly family: FamilyTold }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const [first, ...others] = fittingSignals(family)
  const metric = mappedName(family)
  if (first === undefined || metric === null) return <p className={styles.quiet}>{words.noSignal}</p>
  return (
    <div>
      <button
        type="button"
        className={styles.use}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="open" size={12} />
        {words.asSignal}
      </button>
      {isOpen && (
        <section id={id} aria-label={words.asSignalOf(family.name)}>
          <Form service={service} metric={metric} family={family} fittings={[first, ...others]} />
        </section>
      )}
    </div>
  )
}
