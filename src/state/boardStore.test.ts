import { describe, expect, it } from 'vitest'
import { createBoardStore, receiveBoard } from './boardStore.ts'
import { sampleDesk, sampleTicket } from './testing/sampleTicket.ts'

const desk = sampleDesk()
const [a, b] = [sampleTicket('a'), sampleTicket('b')]

describe('receiveBoard', () => {
  it('takes a whole board, then what changed and what is gone, and leaves the rest as it is', () => {
    const store = createBoardStore()
    receiveBoard(store, { kind: 'board', full: true, rows: [a, b], gone: [], desk })
    const changed = { ...a, title: 'anew' }
    receiveBoard(store, { kind: 'board', full: false, rows: [changed], gone: ['b'], desk })
    expect([...store.getState().rows.values()]).toEqual([changed])
    const { rows } = store.getState()
    receiveBoard(store, { kind: 'board', full: false, rows: [], gone: [], desk: sampleDesk({ offset: 5 }) })
    expect(store.getState().rows).toBe(rows)
    expect(store.getState().desk?.offset).toBe(5)
    receiveBoard(store, { kind: 'board', full: true, rows: [b], gone: [], desk })
    expect([...store.getState().rows.keys()]).toEqual(['b'])
    expect(store.getState().rows.get('b')).toBe(b)
  })

  it('takes no change of what it does not know', () => {
    const store = createBoardStore()
    receiveBoard(store, { kind: 'board', full: false, rows: [a], gone: [], desk })
    expect(store.getState()).toEqual({ rows: new Map(), desk: null, beaten: null })
  })
})
