import { useEffect, useState } from 'react'
import { type Bytes, type DurationMs, seconds } from '#src/domain/time/units.ts'
import { ownEntry } from './ownServer.ts'
import { every } from './pageEvents.ts'

/** What the page itself takes; null for what the browser does not tell. */
export type PageVitals = {
  /** The JavaScript heap in use, and how large it may grow: Chromium's `performance.memory`. */
  readonly heap: Bytes | null
  readonly heapLimit: Bytes | null
  /** What this origin has stored, and how much it may. */
  readonly stored: Bytes | null
  readonly room: Bytes | null
  readonly elements: number
  /** The name of the page's first file, which holds a hash of its build; null in development. */
  readonly build: string | null
}

const AS_OFTEN: DurationMs = seconds(5)

const numberIn = (of: unknown, name: string): number | null => {
  const value: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, name) : null
  return typeof value === 'number' ? value : null
}

async function storedHere(): Promise<StorageEstimate> {
  // Not there on plain http hosts.
  if (!('storage' in navigator)) return {}
  return navigator.storage.estimate().catch(() => ({}))
}

async function readVitals(): Promise<PageVitals> {
  const memory: unknown = Reflect.get(performance, 'memory')
  const { usage, quota } = await storedHere()
  return {
    heap: numberIn(memory, 'usedJSHeapSize'),
    heapLimit: numberIn(memory, 'jsHeapSizeLimit'),
    stored: usage ?? null,
    room: quota ?? null,
    elements: document.querySelectorAll('*').length,
    build: ownEntry()?.split('/').pop() ?? null,
  }
}

/** What the page itself takes, read every few seconds while this is drawn; null at first. */
export function usePageVitals(): PageVitals | null {
  const [vitals, setVitals] = useState<PageVitals | null>(null)
  useEffect(() => {
    let isStopped = false
    const read = async (): Promise<void> => {
      const now = await readVitals()
      if (!isStopped) setVitals(now)
    }
    void read()
    const stop = every(AS_OFTEN, () => void read())
    return () => {
      isStopped = true
      stop()
    }
  }, [])
  return vitals
}
