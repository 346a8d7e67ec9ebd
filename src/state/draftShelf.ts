import type { Storage } from './storage.ts'

/**
 * Some unfinished texts, each under a name, as they lie in this browser: they outlive the page. None is let go of without a
 * word: where the browser takes no more it stays here for the life of the page. What is read is JSON of any shape: whoever
 * knows what it should be looks.
 */
export type DraftShelf = {
  /** Names, the one written last at the end. */
  readonly names: () => readonly string[]
  /** Null where there is none, or it cannot be read. */
  readonly read: (name: string) => unknown
  readonly keep: (name: string, draft: unknown) => void
  readonly drop: (name: string) => void
  /** False: the storage is full or blocked, or holds as many as it may. It is lost with this page. */
  readonly outlives: (name: string) => boolean
}

function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A shelf under `prefix` of which at most `most` drafts outlive the page. It is read anew each time: other tabs write to it as well. */
export function createDraftShelf(storage: Storage, prefix: string, most: number): DraftShelf {
  const onlyHere = new Map<string, unknown>()
  const keyOf = (name: string): string => `${prefix}/${name}`
  const stored = (): readonly string[] => {
    const index = parsed(storage.read(prefix))
    return Array.isArray(index) ? index.filter((name) => typeof name === 'string') : []
  }
  const others = (name: string): readonly string[] => stored().filter((other) => other !== name)
  /** A storage that is full or blocked says nothing: what it does not give back it has not taken. */
  const isTaken = (key: string, json: unknown): boolean => {
    const text = JSON.stringify(json)
    storage.write(key, text)
    return storage.read(key) === text
  }
  return {
    names: () => [...stored().filter((name) => !onlyHere.has(name)), ...onlyHere.keys()],
    read: (name) => (onlyHere.has(name) ? onlyHere.get(name) : parsed(storage.read(keyOf(name)))),
    keep: (name, draft) => {
      const all = [...others(name), name]
      onlyHere.delete(name)
      if (all.length <= most && isTaken(prefix, all) && isTaken(keyOf(name), draft)) return
      onlyHere.set(name, draft)
    },
    drop: (name) => {
      onlyHere.delete(name)
      const left = others(name)
      if (left.length === 0) storage.remove(prefix)
      else storage.write(prefix, JSON.stringify(left))
      storage.remove(keyOf(name))
    },
    outlives: (name) => !onlyHere.has(name),
  }
}
