import { useEffect } from 'react'
import { useStore } from 'zustand'
import { type DurationMs, seconds } from '#src/domain/time/units.ts'
import type { Part } from './part.ts'

const AGAIN_AFTER: DurationMs = seconds(15)

/** Loads a part that could not be fetched again and again, where nobody is there to ask for it. */
export function useAgainByItself<T>({ store, load }: Part<T>, isUntended: boolean): void {
  const hasFailed = useStore(store, ({ kind }) => kind === 'failed')
  useEffect(() => {
    if (!hasFailed || !isUntended) return undefined
    const timer = setTimeout(load, AGAIN_AFTER)
    return () => clearTimeout(timer)
  }, [hasFailed, isUntended, load])
}
