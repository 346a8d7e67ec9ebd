import { useId } from 'react'
import { englishWhys as words } from '#src/domain/wording/englishWhys.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useScreen } from '#src/state/screen.ts'
import { useBoard } from '#src/state/useBoard.ts'
import { type WhoActs, whoActs } from '#src/state/whoActs.ts'
import styles from './whyTray.module.css'

const NAME = 'signer'

/** Who signs: as a form says that asked for it, else as this browser knows. A name that was given is kept for the next time. */
export function useSigner(): (form: FormData) => string {
  const { board, preferences } = useScreen()
  return (form) => {
    const { name, ask } = whoActs(board.getState().desk, preferences.getState().name)
    const given = form.get(NAME)
    if (ask !== 'name' || typeof given !== 'string' || given.trim() === '') return name
    preferences.setState({ name: given.trim() })
    return given.trim()
  }
}

/** Asks for a name, in a form, where none is known; says so where a shared board wants a sign-in. */
export function SignerField({ ask }: Pick<WhoActs, 'ask'>) {
  const id = useId()
  const people = useBoard(({ desk }) => desk?.people) ?? []
  if (ask === null) return null
  if (ask === 'sign-in') {
    return (
      <p>
        {words.signIn} <a href={hashTo('/board')}>{words.board}</a>
      </p>
    )
  }
  return (
    <p className={styles.field}>
      <label htmlFor={id}>{words.name}</label>
      <input id={id} name={NAME} required maxLength={120} autoComplete="name" list={`${id}-people`} />
      <datalist id={`${id}-people`}>
        {people.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </p>
  )
}
