import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { hours, minutes } from '#src/domain/time/units.ts'
import { keptRig, LEAKS } from '#src/engine/testing/keptRig.ts'
import { indexedDbStore } from './indexedDbStore.ts'
import type { Database } from './ports.ts'

const EIGHT = Date.UTC(2026, 10, 20, 8)
const HISTORY = 'morning-check history of http://home.test/fleet.json'

const storeOf = () => {
  const store = indexedDbStore()
  if (store === null) throw new Error('no IndexedDB')
  return store
}

async function opened(name: string): Promise<Database> {
  const db = await storeOf().open(name)
  if (!db.ok) throw new Error(db.error.detail)
  return db.value
}

const put = (...entries: [string, unknown][]) => ({ put: new Map(entries), remove: [] })

describe('a database of the browser', () => {
  it('keeps records from one opening to the next', async () => {
    const db = await opened('records')
    expect(await db.write(put(['b', new Uint8Array([1, 2])], ['a', { n: 1 }]))).toEqual({
      ok: true,
      value: null,
    })
    db.close()
    const again = await opened('records')
    expect(await again.keys()).toEqual({ ok: true, value: ['a', 'b'] })
    expect(await again.read('b')).toEqual({ ok: true, value: new Uint8Array([1, 2]) })
    expect(await again.read('c')).toEqual({ ok: true, value: undefined })
    await again.write({ put: new Map([['c', 1]]), remove: ['a', 'nothing'] })
    expect(await again.keys()).toEqual({ ok: true, value: ['b', 'c'] })
    again.close()
  })

  it('hands over many records that are asked for in one go, and in another one later', async () => {
    const db = await opened('many')
    await db.write(put(...Array.from({ length: 30 }, (_, i): [string, unknown] => [`${i}`, i])))
    for (const first of [0, 15]) {
      const asked = Array.from({ length: 20 }, (_, i) => db.read(`${first + i}`))
      const values = (await Promise.all(asked)).map((read) => read.ok && read.value)
      expect(values).toEqual(Array.from({ length: 20 }, (_, i) => (first + i < 30 ? first + i : undefined)))
      await storeOf().pause()
    }
    db.close()
  })

  it('hands over all records of a prefix, and no other', async () => {
    const db = await opened('prefix')
    await db.write(put(['e/b', 2], ['e', 0], ['e/a', { n: 1 }], ['f/a', 3], ['e/\u{1f642}', 4]), {
      durable: true,
    })
    expect(await db.readAll('e/')).toEqual({
      ok: true,
      value: [
        ['e/a', { n: 1 }],
        ['e/b', 2],
        ['e/\u{1f642}', 4],
      ],
    })
    db.close()
  })

  it('creates a record once, whoever tries', async () => {
    const [one, two] = [await opened('created'), await opened('created')]
    const tried = await Promise.all([one.create('a', 1), two.create('a', 2), one.create('b', 3)])
    expect(tried.map((made) => made.ok && made.value)).toEqual([true, false, true])
    expect(await two.read('a')).toEqual({ ok: true, value: 1 })
    one.close()
    two.close()
  })

  it('writes all or nothing', async () => {
    const db = await opened('all or nothing')
    const written = await db.write(put(['a', 1], ['b', () => 'what cannot be cloned']))
    expect(written).toMatchObject({ ok: false, error: { kind: 'fails' } })
    expect(await db.keys()).toEqual({ ok: true, value: [] })
    db.close()
  })

  it('lets itself be deleted, and then says that it is lost', async () => {
    const db = await opened('deleted')
    await db.write(put(['a', 1]))
    await deleteDB('deleted')
    const answers = [await db.write(put(['b', 1])), await db.keys(), await db.read('a')]
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { kind: 'lost' } })
    expect(await (await opened('deleted')).keys()).toEqual({ ok: true, value: [] })
  })

  it('is not opened where a later build has written it', async () => {
    const later = await openDB('later', 7)
    later.close()
    expect(await storeOf().open('later')).toMatchObject({ ok: false, error: { kind: 'newer-version' } })
  })

  it('says that it fails where something else has its name', async () => {
    const other = await openDB('other', 1, { upgrade: (db) => void db.createObjectStore('something') })
    other.close()
    const db = await opened('other')
    expect(await db.keys()).toMatchObject({ ok: false, error: { kind: 'fails' } })
    expect(await db.write(put(['a', 1]))).toMatchObject({ ok: false, error: { kind: 'fails' } })
    db.close()
  })

  it('lets others go first', async () => {
    const order: string[] = []
    const other = new Promise<void>((resolve) => {
      setImmediate(() => {
        order.push('another')
        resolve()
      })
    })
    await storeOf().pause()
    await other
    expect(order).toEqual(['another'])
  })
})

describe('a history in a database of the browser', () => {
  it('is there after a reload, and after the database was deleted under it', async () => {
    const rig = await keptRig(storeOf(), EIGHT)
    await rig.watch(EIGHT, EIGHT + hours(2) + minutes(10))
    rig.keeper.stop()
    const now = EIGHT + hours(2) + minutes(10)
    const after = await keptRig(storeOf(), now)
    expect(after.settled(LEAKS)).toEqual(rig.settled(LEAKS))
    await deleteDB(HISTORY)
    await after.watch(now, now + minutes(20))
    expect(after.notices.map(({ kind }) => kind)).toEqual(['memory-only', 'stored-again'])
    after.keeper.stop()
    const again = await keptRig(storeOf(), now + minutes(20))
    expect(again.settled(LEAKS)).toEqual(after.settled(LEAKS))
    again.keeper.stop()
  })
})
