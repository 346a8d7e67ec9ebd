import { useRef } from 'react'
import { isWritten, pinsOf, type Why } from '#src/domain/ticket/why.ts'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { useWhys } from '#src/state/useWhys.ts'
import { clearWhys, keepOwnWhys } from '#src/state/whyStore.ts'
import { keyed } from '#src/ui/keyed.ts'
import { PinList } from '#src/ui/PinList.tsx'
import { useFocusBack } from './useFocusBack.ts'
import styles from './whyTray.module.css'

type Props = {
  readonly service: string
  readonly code: string
  readonly whys: readonly Why[]
  readonly standing: 'changed' | 'apart'
}

/** The whys of the ticket beside the own ones, where saving would overwrite what somebody else wrote: a person chooses. */
export function TheirWhys({ service, code, whys: theirs, standing }: Props) {
  const whys = useWhys()
  const choice = useRef<HTMLDivElement>(null)
  useFocusBack(choice)
  return (
    <div ref={choice} className={styles.theirs} role="alert">
      <p>{words[standing](code)}</p>
      <ol aria-label={words.theirs(code)}>
        {keyed(theirs.filter(isWritten), ({ answer }) => answer).map(([key, why], i) => (
          <li key={key}>
            <b>{words.why(i + 1)}</b> {why.answer} {why.evidence !== '' && <i>{why.evidence}</i>}
            <PinList n={i + 1} pins={pinsOf(why)} />
          </li>
        ))}
      </ol>
      <p className={styles.buttons}>
        <button type="button" onClick={() => keepOwnWhys(whys, service)}>
          {words.keepMine(code)}
        </button>
        <button type="button" onClick={() => clearWhys(whys, service)}>
          {words.takeTheirs(code)}
        </button>
      </p>
    </div>
  )
}
