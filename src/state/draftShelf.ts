import type { Storage } from './storage.ts'

/**
 * Some unfinished texts, each under a name, as they lie in this browser: they outlive the page. When there are too many
 * the one that was written least lately goes. What is read is JSON of any shape: whoever knows what it should be looks.
 */
export type DraftShelf = {
  /** Names, the one written last at the end. */
  readonly names: () => readonly string[]
  /** Null where there is none, or it cannot be read. */
  readonly read: (name: string) => unknown
  readonly keep: (name: string, draft: unknown) => void
  readonly drop: (name: string) => void
}

function parsed(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A shelf under `prefix` for at most `most` drafts. It is read anew each time: other tabs write to it as well. */
export function createDraftShelf(storage: Storage, prefix: string, most: number): DraftShelf {
  const keyOf = (name: string): string => `${prefix}/${name}`
  const names = (): readonly string[] => {
    const stored = parsed(storage.read(prefix))
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string').slice(-most) : []
  }
  const others = (name: string): readonly string[] => names().filter((other) => other !== name)
  return {
    names,
    read: (name) => parsed(storage.read(keyOf(name))),
    keep: (name, draft) => {
      const all = [...others(name), name]
      for (const old of all.slice(0, -most)) storage.remove(keyOf(old))
      storage.write(prefix, JSON.stringify(all.slice(-most)))
      storage.write(keyOf(name), JSON.stringify(draft))
    },
    drop: (name) => {
      const left = others(name)
      if (left.length === 0) storage.remove(prefix)
      else storage.write(prefix, JSON.stringify(left))
      storage.remove(keyOf(name))
    },
  }
}
