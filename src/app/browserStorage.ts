import type { Storage } from '#src/state/storage.ts'

/** `localStorage` where there is one: it may be switched off or full, which costs only the memory of this visit. */
function attempt<T>(job: () => T): T | null {
  try {
    return job()
  } catch {
    return null
  }
}

export const browserStorage: Storage = {
  read: (key) => attempt(() => localStorage.getItem(key)),
  write: (key, text) => void attempt(() => localStorage.setItem(key, text)),
  remove: (key) => void attempt(() => localStorage.removeItem(key)),
}
