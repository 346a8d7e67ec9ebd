import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { indexedDbStore } from '#src/engine/indexedDbStore.ts'
import type { StorePort } from '#src/engine/ports.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { comment, handHints } from '#src/engine/testing/logEvents.ts'
import { embeddedLog } from './embeddedLog.ts'
import type { EventStore } from './eventStore.ts'
import type { LogHints } from './logHints.ts'

const A = comment('T1', 'anna', 1)
const B = comment('T2', 'boris', 1)
const C = comment('T1', 'anna', 2)

type Opened = {
  readonly log: EventStore
  readonly first: readonly LoggedEvent[]
  readonly heard: LoggedEvent[]
  readonly changes: () => number
}

async function opened(store: StorePort | null, name = 'log', hints: LogHints | null = null): Promise<Opened> {
  let changes = 0
  const log = embeddedLog({ store, hints, name }, () => changes++)
  const heard: LoggedEvent[] = []
  const first = await log.open((events) => heard.push(...events))
  return { log, first, heard, changes: () => changes }
}

const QUOTA = { kind: 'quota', detail: 'QuotaExceededError' } as const
const storedUnder = (store: ReturnType<typeof handStore>, prefix: string): string[] =>
  [...store.records.keys()].filter((key) => key.startsWith(prefix))

describe('a log in this browser', () => {
  it('is there after a reload', async () => {
    const one = await opened(indexedDbStore(), 'reload')
    expect(one.first).toEqual([])
    expect(await one.log.append([A, B])).toEqual({ ok: true, value: null })
    expect(one.heard).toEqual([A, B])
    one.log.stop()
    const two = await opened(indexedDbStore(), 'reload')
    expect(two.first).toEqual([A, B])
    expect(two.log.status()).toMatchObject({ kind: 'embedded', pending: 0, fault: null, readOnly: false })
    two.log.stop()
  })

  it('takes an event once, and never another under its name', async () => {
    const { log, heard } = await opened(handStore())
    await Promise.all([log.append([A]), log.append([A]), log.append([{ ...A, at: A.at + 1 }])])
    expect(heard).toEqual([A])
    expect(await log.add([A, B])).toEqual({ ok: true, value: 1 })
  })

  it('is one log for all workers of a browser', async () => {
    const hints = handHints()
    const one = await opened(indexedDbStore(), 'shared', hints)
    const two = await opened(indexedDbStore(), 'shared', hints)
    await one.log.append([A])
    await expect.poll(() => two.heard).toEqual([A])
    await two.log.append([B])
    await expect.poll(() => one.heard).toEqual([A, B])
    expect(await Promise.all([one.log.claim('breach'), two.log.claim('breach')])).toEqual(
      expect.arrayContaining(['won', 'lost']),
    )
    one.log.stop()
    await two.log.append([C])
    expect(one.heard).toEqual([A, B])
    two.log.stop()
  })

  it('says that it is full, and loses nothing that it said was saved', async () => {
    const store = handStore()
    const { log, heard, changes } = await opened(store)
    store.quota = 150
    expect(await log.append([A])).toEqual({ ok: true, value: null })
    expect(await log.append([B])).toEqual({ ok: false, error: QUOTA })
    expect(log.status().fault).toEqual({ kind: 'store', failure: QUOTA })
    expect(heard).toEqual([A])
    expect((await opened(store)).first).toEqual([A])
    store.quota = Infinity
    expect(await log.append([B])).toEqual({ ok: true, value: null })
    expect(log.status().fault).toBeNull()
    expect(changes()).toBe(2)
    expect((await opened(store)).first).toEqual([A, B])
  })

  it.each([
    { name: 'no object', record: 'nonsense' },
    { name: 'without an actor', record: { ...B, actor: undefined } },
    { name: 'under a key that is not its own', record: C },
  ])('skips what is damaged and keeps it: $name', async ({ record }) => {
    const store = handStore()
    await (await opened(store)).log.append([A])
    store.records.set('e/T2/boris000001', record)
    const { log, first } = await opened(store)
    expect(first).toEqual([A])
    expect(log.status().skipped).toBe(1)
    await log.append([C])
    expect(store.records.get('e/T2/boris000001')).toBe(record)
  })

  it('keeps what a later build wrote as that wrote it', async () => {
    const store = handStore()
    const later = { ...B, v: 2, mood: 'new', data: { text: 1, tone: ['x'] } }
    store.records.set('e/T2/boris000001', later)
    const { log, first } = await opened(store)
    expect(first).toHaveLength(1)
    expect(first[0]).toMatchObject({ v: 2, id: B.id, data: later.data, foreign: true })
    expect(log.status().skipped).toBe(0)
    await log.append([A])
    expect(store.records.get('e/T2/boris000001')).toBe(later)
  })

  it.each([
    { name: 'the browser has no databases', store: null, kind: 'refused' },
    { name: 'the browser refuses', store: 'refused', kind: 'refused' },
    { name: 'a later build has written it', store: 'newer-version', kind: 'newer-version' },
  ] as const)('lasts as long as the worker where $name, and says so', async ({ store, kind }) => {
    const hand = handStore()
    hand.fail('open', { kind, detail: 'SecurityError' })
    const { log, first, heard } = await opened(store === null ? null : hand)
    expect(first).toEqual([])
    expect(await log.append([A])).toEqual({ ok: true, value: null })
    expect(heard).toEqual([A])
    expect(log.status()).toMatchObject({ kind: 'memory', fault: { kind: 'store', failure: { kind } } })
    expect([await log.claim('breach'), await log.claim('breach')]).toEqual(['won', 'lost'])
    expect(storedUnder(hand, 'e/')).toEqual([])
  })

  it('writes all that it knows anew where its database was deleted', async () => {
    const { log } = await opened(indexedDbStore(), 'deleted log')
    await log.append([A])
    await deleteDB('deleted log')
    expect(await log.append([B])).toEqual({ ok: true, value: null })
    log.stop()
    const again = await opened(indexedDbStore(), 'deleted log')
    expect(again.first).toEqual([A, B])
    again.log.stop()
  })

  it('does not touch the database of a later build that came in between', async () => {
    const { log } = await opened(indexedDbStore(), 'upgraded log')
    await log.append([A])
    const later = await openDB('upgraded log', 7)
    expect(await log.append([B])).toMatchObject({ ok: false, error: { kind: 'newer-version' } })
    expect(await later.getAllKeys('records')).toEqual(['e/T1/anna000001'])
    later.close()
    log.stop()
  })
})
