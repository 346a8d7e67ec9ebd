import type { LogGrouping } from '#src/domain/log/groupLogs.ts'
import { englishLogs as words } from '#src/domain/wording/englishLogs.ts'
import { GROUPINGS, type LogLook, setGrouping, setHidden, setLogText, setNewestFirst } from './logParams.ts'
import styles from './logTools.module.css'

type Props = {
  readonly look: LogLook
  /** How many lines each level has. */
  readonly levels: ReadonlyMap<string, number>
  /** Whether lines may come of several pods. */
  readonly withPod: boolean
}

/** Levels to be hidden by hand: all are shown until somebody decides otherwise, the successes among them. */
function Levels({ look: { hidden }, levels }: Pick<Props, 'look' | 'levels'>) {
  const toggle = (level: string): void => {
    const next = new Set(hidden)
    if (!next.delete(level)) next.add(level)
    setHidden(next)
  }
  return (
    <fieldset className={styles.group}>
      <legend>{words.levels}</legend>
      {[...levels].map(([level, n]) => (
        <label key={level}>
          <input type="checkbox" checked={!hidden.has(level)} onChange={() => toggle(level)} />
          {words.level(level, n)}
        </label>
      ))}
    </fieldset>
  )
}

function Grouping({ look: { by }, withPod }: Pick<Props, 'look' | 'withPod'>) {
  const choices: readonly (LogGrouping | null)[] = [
    null,
    ...GROUPINGS.filter((one) => withPod || one !== 'pod'),
  ]
  return (
    <fieldset className={styles.group}>
      <legend>{words.group}</legend>
      {choices.map((one) => (
        <label key={one}>
          <input type="radio" name="logs-by" checked={by === one} onChange={() => setGrouping(one)} />
          {words.by[one ?? 'none']}
        </label>
      ))}
    </fieldset>
  )
}

/** What of the lines is shown, and how. */
export function LogTools({ look, levels, withPod }: Props) {
  return (
    <div className={styles.tools}>
      <label className={styles.find}>
        {words.find}{' '}
        <input
          type="search"
          value={look.text}
          placeholder={words.findHint}
          onChange={(event) => setLogText(event.target.value)}
        />
      </label>
      <Levels look={look} levels={levels} />
      <Grouping look={look} withPod={withPod} />
      <fieldset className={styles.group}>
        <legend>{words.order}</legend>
        {[true, false].map((isFirst) => (
          <label key={String(isFirst)}>
            <input
              type="radio"
              name="logs-first"
              checked={look.newestFirst === isFirst}
              onChange={() => setNewestFirst(isFirst)}
            />
            {isFirst ? words.newestFirst : words.newestLast}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
