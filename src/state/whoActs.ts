import type { Desk } from './boardStore.ts'

/** Who does something, and what has to be asked for before they may; null: nothing. */
export type WhoActs = { readonly name: string; readonly ask: 'name' | 'sign-in' | null }

/**
 * On a shared board that is who is signed in, else whoever they said they are. Somebody who may only look is not asked:
 * the watch refuses it, and says why.
 */
export function whoActs(desk: Desk | null, own: string): WhoActs {
  const name = own.trim()
  if (desk === null) return { name, ask: null }
  const { kind, user, readOnly } = desk.log
  if (kind !== 'nats') return { name, ask: name === '' ? 'name' : null }
  return { name: user ?? '', ask: readOnly === 'not-signed-in' ? 'sign-in' : null }
}
