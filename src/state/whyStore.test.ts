import { describe, expect, it } from 'vitest'
import { chartPin, logPin } from '#src/domain/ticket/testing/pins.ts'
import { fiveOf, pinsOf, type Why } from '#src/domain/ticket/why.ts'
import { memoryStorage } from './testing/testScreen.ts'
import {
  addPin,
  aimAt,
  aimOf,
  clearWhys,
  createWhyStore,
  keepOwnWhys,
  makeRoom,
  movePin,
  removePin,
  rereadWhys,
  savedWhys,
  setAnswer,
  setTitle,
  shownWhys,
  tellWhys,
  whyStanding,
  type WhyStore,
} from './whyStore.ts'

const S = 'orders'
const THEIRS: readonly Why[] = [{ answer: 'the disk was full', evidence: 'df' }]
const TICKET = { ticket: 't1', whys: THEIRS }

const whysOf = (store: WhyStore): readonly Why[] => shownWhys(store.store.getState(), S).whys
const pinsAt = (store: WhyStore, i: number) => pinsOf(whysOf(store)[i] ?? { answer: '', evidence: '' })
const standing = (store: WhyStore, ticket = TICKET) =>
  whyStanding(store.store.getState().drafts.get(S), ticket)

function begun(): WhyStore {
  const store = createWhyStore(memoryStorage())
  setAnswer(store, S, 0, 'the pool was full')
  return store
}

describe('a draft of five whys', () => {
  it('survives a reload, with its pins', () => {
    const storage = memoryStorage()
    const store = createWhyStore(storage)
    setAnswer(store, S, 0, 'the pool was full')
    addPin(store, S, chartPin())
    setAnswer(store, 'billing', 1, 'x')
    const after = createWhyStore(storage)
    expect(whysOf(after)).toEqual(fiveOf([{ answer: 'the pool was full', evidence: '', pins: [chartPin()] }]))
    expect(after.store.getState().drafts.size).toBe(2)
  })

  it.each([['{'], ['[]'], ['{"whys":7}'], ['{"whys":[{"answer":"a"}],"base":{"ticket":1}}']])(
    'begins with what can be read of %s',
    (text) => {
      const storage = memoryStorage()
      storage.write('morning-check/whys', JSON.stringify([S]))
      storage.write(`morning-check/whys/${S}`, text)
      expect(whysOf(createWhyStore(storage))).toHaveLength(5)
    },
  )

  it('is gone when nothing is left of it, or it is thrown away', () => {
    const storage = memoryStorage()
    const store = createWhyStore(storage)
    setAnswer(store, S, 0, 'x')
    setAnswer(store, S, 0, '')
    addPin(store, S, logPin())
    removePin(store, S, 0, 0)
    expect(storage.read('morning-check/whys')).toBeNull()
    setAnswer(store, S, 0, 'y')
    clearWhys(store, S)
    expect(createWhyStore(storage).store.getState().drafts.size).toBe(0)
  })

  it('does not lose what another tab wrote meanwhile', () => {
    const storage = memoryStorage()
    const [here, there] = [createWhyStore(storage), createWhyStore(storage)]
    setAnswer(here, S, 0, 'here')
    setAnswer(there, S, 1, 'there')
    expect(whysOf(there).map(({ answer }) => answer)).toEqual(['here', 'there', '', '', ''])
    rereadWhys(here, S)
    expect(whysOf(here)).toEqual(whysOf(there))
  })
})

describe('where the browser takes no more', () => {
  it('goes on from what was written, and says that it is lost with the page', () => {
    const store = createWhyStore({ read: () => null, write: () => {}, remove: () => {} })
    setAnswer(store, S, 0, 'a')
    addPin(store, S, logPin())
    setAnswer(store, S, 1, 'b')
    rereadWhys(store, S)
    expect(whysOf(store).map(({ answer }) => answer)).toEqual(['a', 'b', '', '', ''])
    expect(pinsAt(store, 0)).toEqual([logPin()])
    expect(store.shelf.outlives(S)).toBe(false)
  })

  it('lets go of another draft only when a person says so', () => {
    const storage = memoryStorage()
    const store = createWhyStore(storage)
    const many = Array.from({ length: 51 }, (_, i) => `service-${i}`)
    for (const service of many) setAnswer(store, service, 0, 'x')
    expect(store.store.getState().drafts.size).toBe(51)
    expect(store.shelf.outlives('service-50')).toBe(false)
    makeRoom(store, 'service-0', 'service-50')
    expect(store.shelf.outlives('service-50')).toBe(true)
    const after = createWhyStore(storage).store.getState().drafts
    expect([after.size, after.has('service-0'), after.has('service-50')]).toEqual([50, false, true])
  })
})

describe('a pin', () => {
  it('goes to the answer that is being written, else to the last one that says anything', () => {
    const store = begun()
    setAnswer(store, S, 2, 'nobody looked')
    expect(addPin(store, S, logPin())).toEqual({ kind: 'pinned', n: 3 })
    aimAt(store, S, 1)
    expect(aimOf(store.store.getState(), S)).toBe(1)
    expect(addPin(store, S, chartPin())).toEqual({ kind: 'pinned', n: 2 })
    expect(pinsAt(store, 1)).toEqual([chartPin()])
    expect(addPin(createWhyStore(memoryStorage()), S, logPin())).toEqual({ kind: 'pinned', n: 1 })
  })

  it('is pinned once, five at most, and within its bounds', () => {
    const store = begun()
    addPin(store, S, logPin({ link: 'javascript:alert(1)', text: 'x'.repeat(900) }))
    expect(pinsAt(store, 0)).toEqual([logPin({ link: '', text: `${'x'.repeat(499)}…` })])
    expect(addPin(store, S, logPin()).kind).toBe('pinned')
    expect(addPin(store, S, logPin()).kind).toBe('already')
    for (let i = 0; i < 3; i++) addPin(store, S, logPin({ text: `${i}` }))
    expect(addPin(store, S, chartPin())).toEqual({ kind: 'full', n: 1 })
    expect(pinsAt(store, 0)).toHaveLength(5)
  })

  it('is moved to another answer, unless that is full', () => {
    const store = begun()
    addPin(store, S, logPin())
    addPin(store, S, chartPin())
    movePin(store, S, 0, 0, 3)
    expect([pinsAt(store, 0), pinsAt(store, 3)]).toEqual([[chartPin()], [logPin()]])
    movePin(store, S, 0, 9, 3)
    movePin(store, S, 0, 0, 0)
    expect(pinsAt(store, 0)).toEqual([chartPin()])
    aimAt(store, S, 3)
    for (let i = 0; i < 4; i++) addPin(store, S, logPin({ text: `${i}` }))
    movePin(store, S, 0, 0, 3)
    expect([pinsAt(store, 0).length, pinsAt(store, 3).length]).toEqual([1, 5])
  })
})

describe('beside a ticket', () => {
  it('begins with what the ticket has', () => {
    const store = createWhyStore(memoryStorage())
    tellWhys(store, S, TICKET)
    expect(whysOf(store)).toEqual(fiveOf(THEIRS))
    expect(standing(store)).toBe('saved')
    addPin(store, S, logPin())
    expect(whysOf(store)).toEqual(
      fiveOf([{ ...THEIRS[0], answer: 'the disk was full', evidence: 'df', pins: [logPin()] }]),
    )
    expect(standing(store)).toBe('ahead')
  })

  it('is not overwritten by what the ticket has, and says when that became another', () => {
    const store = createWhyStore(memoryStorage())
    tellWhys(store, S, TICKET)
    setAnswer(store, S, 1, 'nobody cleans it')
    const newer = { ticket: 't1', whys: [...THEIRS, { answer: 'no quota', evidence: '' }] }
    tellWhys(store, S, newer)
    expect(whysOf(store)[1]?.answer).toBe('nobody cleans it')
    expect(standing(store, newer)).toBe('changed')
    keepOwnWhys(store, S)
    expect(standing(store, newer)).toBe('ahead')
    clearWhys(store, S)
    expect(whysOf(store)).toEqual(fiveOf(newer.whys))
  })

  it('stands apart where it began without the whys of the ticket', () => {
    const store = begun()
    expect(standing(store, { ticket: 't1', whys: [] })).toBe('ahead')
    tellWhys(store, S, TICKET)
    expect(standing(store)).toBe('apart')
    expect(standing(store, { ticket: 't2', whys: whysOf(store) })).toBe('saved')
  })

  it('forgets what was saved, and keeps what was written since that was sent', () => {
    const store = begun()
    const saved = { ticket: 't1', whys: whysOf(store) }
    setTitle(store, S, 'mine')
    savedWhys(store, S, saved)
    expect(store.store.getState().drafts.has(S)).toBe(false)
    expect(store.store.getState().titles.has(S)).toBe(false)
    setAnswer(store, S, 1, 'nobody looked')
    savedWhys(store, S, saved)
    expect(whysOf(store)[1]?.answer).toBe('nobody looked')
    expect(standing(store, saved)).toBe('ahead')
  })

  it('may take all of them away', () => {
    const store = createWhyStore(memoryStorage())
    tellWhys(store, S, { ticket: 't1', whys: [{ answer: 'x', evidence: '' }] })
    setAnswer(store, S, 0, '')
    expect(whysOf(store)).toEqual(fiveOf([]))
    expect(standing(store, { ticket: 't1', whys: [{ answer: 'x', evidence: '' }] })).toBe('ahead')
  })
})
