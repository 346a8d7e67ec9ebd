import { describe, expect, it } from 'vitest'
import { againAndAgain, createPart } from './part.ts'

/** A loader whose answers are given by hand, one after the other. */
function handLoader() {
  const waiting: { resolve: (value: string) => void; reject: (fault: Error) => void }[] = []
  return {
    calls: () => waiting.length,
    bring: () => new Promise<string>((resolve, reject) => waiting.push({ resolve, reject })),
    answer: async (outcome: string | Error): Promise<void> => {
      const last = waiting.at(-1)
      if (outcome instanceof Error) last?.reject(outcome)
      else last?.resolve(outcome)
      await new Promise((resolve) => setTimeout(resolve))
    },
  }
}

describe('a part', () => {
  it('is loaded once, however often it is wanted', async () => {
    const { bring, calls, answer } = handLoader()
    const part = createPart(bring)
    expect(part.store.getState()).toEqual({ kind: 'waiting' })
    part.preload()
    part.load()
    expect(calls()).toBe(1)
    await answer('panel')
    part.load()
    part.preload()
    expect(calls()).toBe(1)
    expect(part.store.getState()).toEqual({ kind: 'ready', value: 'panel' })
  })

  it('that failed is tried again when it is wanted, not ahead of that', async () => {
    const { bring, calls, answer } = handLoader()
    const part = createPart(bring)
    part.preload()
    await answer(new Error('offline'))
    expect(part.store.getState()).toEqual({ kind: 'failed' })
    part.preload()
    expect(calls()).toBe(1)
    part.load()
    expect(part.store.getState()).toEqual({ kind: 'waiting' })
    await answer('panel')
    expect(part.store.getState()).toEqual({ kind: 'ready', value: 'panel' })
  })
})

describe('againAndAgain', () => {
  const ORIGIN = 'http://127.0.0.1:8080'
  const rows = [
    {
      name: 'Chromium names the file: it is asked for under another address',
      message: `Failed to fetch dynamically imported module: ${ORIGIN}/assets/RowPanel-x.js`,
      expected: ['first', `${ORIGIN}/assets/RowPanel-x.js?again=1`, `${ORIGIN}/assets/RowPanel-x.js?again=2`],
    },
    {
      name: 'Safari does not: it is asked for as before',
      message: 'Importing a module script failed.',
      expected: ['first', 'first', 'first'],
    },
    {
      name: 'a file of another origin is not',
      message: 'error loading dynamically imported module: https://cdn.example.org/a.js',
      expected: ['first', 'first', 'first'],
    },
  ]
  for (const { name, message, expected } of rows) {
    it(name, async () => {
      const asked: string[] = []
      const fail = (what: string): Promise<never> => {
        asked.push(what)
        // What a further try says names the further address.
        return Promise.reject(new Error(message.replace('RowPanel-x.js', what.split('/').at(-1) ?? what)))
      }
      const bring = againAndAgain(
        () => {
          asked.push('first')
          return Promise.reject(new Error(message))
        },
        fail,
        ORIGIN,
      )
      for (let i = 0; i < 3; i++) await bring().catch(() => null)
      expect(asked).toEqual(expected)
    })
  }
})
