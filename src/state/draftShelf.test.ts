import { describe, expect, it } from 'vitest'
import { createDraftShelf } from './draftShelf.ts'
import { memoryStorage } from './testing/testScreen.ts'

const KEY = 'drafts'

describe('createDraftShelf', () => {
  it('gives back what was kept, to the next page as well', () => {
    const storage = memoryStorage()
    createDraftShelf(storage, KEY, 3).keep('orders', { text: 'why' })
    const shelf = createDraftShelf(storage, KEY, 3)
    expect(shelf.names()).toEqual(['orders'])
    expect(shelf.read('orders')).toEqual({ text: 'why' })
    expect(shelf.read('billing')).toBeNull()
  })

  it('leaves nothing behind of what is dropped', () => {
    const storage = memoryStorage()
    const shelf = createDraftShelf(storage, KEY, 2)
    for (const name of ['a', 'c', 'a']) shelf.keep(name, name)
    expect(shelf.names()).toEqual(['c', 'a'])
    shelf.drop('a')
    shelf.drop('c')
    expect([storage.read(KEY), storage.read(`${KEY}/a`), storage.read(`${KEY}/c`)]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('lets go of none by itself: one too many lives as long as the page, and outlives it when there is room', () => {
    const storage = memoryStorage()
    const shelf = createDraftShelf(storage, KEY, 2)
    for (const name of ['a', 'b', 'c']) shelf.keep(name, name)
    expect(shelf.names()).toEqual(['a', 'b', 'c'])
    expect([shelf.read('a'), shelf.read('c'), shelf.outlives('b'), shelf.outlives('c')]).toEqual([
      'a',
      'c',
      true,
      false,
    ])
    expect(createDraftShelf(storage, KEY, 2).names()).toEqual(['a', 'b'])
    shelf.drop('a')
    shelf.keep('c', 'more')
    expect(shelf.outlives('c')).toBe(true)
    expect(createDraftShelf(storage, KEY, 2).read('c')).toBe('more')
  })

  it.each([
    { name: 'blocked', room: 0 },
    { name: 'full', room: 80 },
  ])('keeps a draft itself where the storage is $name, and says so', ({ room }) => {
    const kept = memoryStorage()
    const storage = {
      ...kept,
      write: (key: string, text: string) => text.length <= room && kept.write(key, text),
    }
    const shelf = createDraftShelf(storage, KEY, 9)
    shelf.keep('a', 'x')
    expect(shelf.outlives('a')).toBe(room > 0)
    shelf.keep('a', 'x'.repeat(99))
    expect([shelf.outlives('a'), shelf.names(), shelf.read('a')]).toEqual([false, ['a'], 'x'.repeat(99)])
    shelf.drop('a')
    expect([shelf.names(), shelf.read('a'), shelf.outlives('a')]).toEqual([[], null, true])
  })

  it('keeps names apart that look like something else', () => {
    const shelf = createDraftShelf(memoryStorage(), KEY, 3)
    for (const name of ['__proto__', 'a/b', '']) shelf.keep(name, [name])
    for (const name of ['__proto__', 'a/b', '']) expect(shelf.read(name)).toEqual([name])
  })

  it.each([['{'], ['null'], ['7'], ['{"0":"a"}'], ['[7,null]']])(
    'has no names where the index is %s',
    (text) => {
      const storage = memoryStorage()
      storage.write(KEY, text)
      expect(createDraftShelf(storage, KEY, 3).names()).toEqual([])
    },
  )

  it('reads nothing of what is damaged', () => {
    const storage = memoryStorage()
    storage.write(`${KEY}/a`, '{"text":')
    expect(createDraftShelf(storage, KEY, 3).read('a')).toBeNull()
  })
})
