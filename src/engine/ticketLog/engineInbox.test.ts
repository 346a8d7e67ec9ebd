import { describe, expect, it } from 'vitest'
import type { LoggedEvent } from '#src/domain/ticket/ticketEvent.ts'
import { handStore } from '#src/engine/testing/handStore.ts'
import { comment } from '#src/engine/testing/logEvents.ts'
import { engineInbox } from './engineInbox.ts'
import type { EngineMessage } from './engineLine.ts'
import { ENGINE_MEMORY, type EngineMemory } from './engineMemory.ts'
import { logBook } from './logBook.ts'

const MEMORY: EngineMemory = { engine: 'nats', created: 'today', cursor: 0, tail: '' }

const message = (seq: number, change: Partial<EngineMessage> = {}): EngineMessage => {
  const event = comment('T1', 'anna', seq)
  return {
    subject: `tk.run.T1.anna.${event.id}`,
    text: JSON.stringify(event),
    at: 1000 + seq,
    seq,
    pending: 0,
    ...change,
  }
}

async function inboxOf(memory = MEMORY) {
  const store = handStore()
  const book = logBook({ store, hints: null, name: 'inbox' })
  await book.open(() => undefined)
  const told: LoggedEvent[] = []
  const said: string[] = []
  const inbox = engineInbox(memory, {
    book,
    board: 'run',
    news: (events) => told.push(...events),
    malformed: (subject) => said.push(`malformed ${subject}`),
    stored: (pending) => said.push(`stored ${pending}`),
    foreign: () => said.push('foreign'),
  })
  const cursor = async (): Promise<unknown> => book.meta(ENGINE_MEMORY)
  return { store, book, inbox, told, said, cursor }
}

describe('what comes from an engine', () => {
  it('is stored with the place up to which it was read, and what was waiting is then with the engine', async () => {
    const { book, inbox, told, said, cursor } = await inboxOf()
    await book.write({ events: [comment('T1', 'anna', 2)], from: 'browser', offer: true })
    inbox.take(message(1, { pending: 1 }))
    inbox.take(message(2))
    await expect.poll(() => said).toEqual(['stored 1', 'stored 0'])
    expect(told.map(({ id, srv }) => [id, srv])).toEqual([
      ['anna000001', 1001],
      ['anna000002', 1002],
    ])
    expect([...book.outbox]).toEqual([])
    expect(await cursor()).toEqual({ ...MEMORY, cursor: 2, tail: '1002 tk.run.T1.anna.anna000002' })
  })

  it('keeps the time at which an engine first accepted it', async () => {
    const { inbox, told } = await inboxOf()
    inbox.take(message(1, { text: JSON.stringify({ ...comment('T1', 'anna', 1), srv: 700 }) }))
    inbox.take(message(2, { text: JSON.stringify({ ...comment('T1', 'anna', 2), srv: 9000 }) }))
    await expect.poll(() => told.map(({ srv }) => srv)).toEqual([700, 1002])
  })

  it('is what the engine had first, also for the disk, where somebody else writes the same id later', async () => {
    const { book, inbox, said } = await inboxOf()
    const own = comment('T1', 'anna', 1)
    const stranger = { ...comment('T1', 'boris', 1), id: own.id }
    inbox.take(message(1))
    inbox.take(message(2, { subject: `tk.run.T1.boris.${own.id}`, text: JSON.stringify(stranger) }))
    await expect.poll(() => said.length).toBe(2)
    expect([...book.events.values()]).toMatchObject([{ actor: 'anna', srv: 1001 }])
  })

  it('is shown where there is no room for it, and stored with what comes once there is', async () => {
    const { store, book, inbox, told, cursor } = await inboxOf()
    store.quota = 0
    inbox.take(message(1))
    await expect.poll(() => told.length).toBe(1)
    expect(book.failure()?.kind).toBe('quota')
    expect([book.events.size, await cursor()]).toEqual([0, undefined])
    store.quota = Infinity
    inbox.take(message(2))
    await expect.poll(() => book.events.size).toBe(2)
    expect(book.failure()).toBeNull()
    expect(await cursor()).toMatchObject({ cursor: 2 })
  })

  it('is passed over where it is no event, and not spoken of where it is a claim', async () => {
    const { inbox, told, said, cursor } = await inboxOf()
    inbox.take(message(1, { subject: 'tk.run.claim.auto.breach' }))
    inbox.take(message(2, { text: '{' }))
    inbox.take(message(3, { subject: 'tk.run.T1.boris.anna000003' }))
    await expect.poll(cursor).toMatchObject({ cursor: 3 })
    expect(told).toEqual([])
    expect(said.filter((text) => text.startsWith('malformed'))).toEqual([
      'malformed tk.run.T1.anna.anna000002',
      'malformed tk.run.T1.boris.anna000003',
    ])
  })

  it.each([
    { name: 'the same', first: message(4), expected: ['stored 0', 'stored 0'] },
    { name: 'another in its place', first: message(4, { at: 7 }), expected: ['foreign'] },
    { name: 'none in its place', first: message(5), expected: ['foreign'] },
  ])('goes on after the last one that was read: $name', async ({ first, expected }) => {
    const { inbox, said, told } = await inboxOf({
      ...MEMORY,
      cursor: 4,
      tail: '1004 tk.run.T1.anna.anna000004',
    })
    inbox.take(first)
    inbox.take(message(6))
    await expect.poll(() => said).toEqual(expected)
    expect(told).toHaveLength(expected.length - 1)
  })
})
