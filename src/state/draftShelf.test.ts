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

  it('lets go of what was written least lately, of its index as well', () => {
    const storage = memoryStorage()
    const shelf = createDraftShelf(storage, KEY, 2)
    for (const name of ['a', 'b', 'a', 'c']) shelf.keep(name, name)
    expect(shelf.names()).toEqual(['a', 'c'])
    expect(shelf.read('b')).toBeNull()
    shelf.drop('a')
    shelf.drop('c')
    expect([storage.read(KEY), storage.read(`${KEY}/a`), storage.read(`${KEY}/c`)]).toEqual([
      null,
      null,
      null,
    ])
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
