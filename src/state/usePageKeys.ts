import { useLayoutEffect } from 'react'
import { type KeyTable, onPageKeys } from './pageKeys.ts'
import { usePreference } from './preferences.ts'

/** Lets a screen answer the keyboard from the moment it is seen; keys of one character only where this person wants them. */
export function usePageKeys(table: KeyTable): void {
  const singleKeys = usePreference('singleKeys')
  useLayoutEffect(() => onPageKeys(table, singleKeys), [table, singleKeys])
}
