import { describe, expect, it } from 'vitest'
import { findEntries } from './findEntries.ts'
import { type EntryKind, indexEntries, type PaletteEntry } from './paletteEntry.ts'

const entry = (kind: EntryKind, name: string, own: Partial<PaletteEntry> = {}): PaletteEntry => ({
  key: `${kind}:${name}`,
  kind,
  name,
  about: '',
  light: null,
  way: { path: `/${kind}/${name}` },
  ...own,
})

const FLEET: readonly PaletteEntry[] = [
  entry('service', 'orders', { light: 'green', about: 'shop, tier 1, 2 pods' }),
  entry('pod', 'orders-1', { light: 'green', about: 'of orders' }),
  entry('pod', 'orders-2', { light: 'red', about: 'of orders' }),
  entry('service', 'orders-archive', { light: 'orange', about: 'shop, 1 pod' }),
  entry('service', 'payments', { light: 'red', about: 'money, tier 1, 2 pods' }),
  entry('ticket', 'T-0A7QK orders does not answer', { about: 'P1, new, orders, Anna' }),
  entry('ticket', 'T-0A7QJ orders does not answer', { about: 'P2, resolved, orders', isPast: true }),
  entry('signal', 'memory of payments-2'),
  entry('screen', 'Incident board', { about: 'tickets' }),
  entry('screen', 'Reachability'),
  entry('action', 'Dark theme', { way: null }),
  entry('rule', 'Drifting towards a limit', { about: 'drift' }),
]
const INDEX = indexEntries(FLEET)

const names = (query: string, recent: readonly string[] = []): readonly string[] =>
  findEntries(INDEX, query, recent).map(({ name }) => name)

describe('findEntries', () => {
  it.each([
    { query: 'orders', first: 'orders', why: 'the service before its pods and tickets' },
    { query: 'ORDERS 2', first: 'orders-2', why: 'every word, in any case' },
    { query: 'o2', first: 'orders-2', why: 'letters in order' },
    { query: 'oarch', first: 'orders-archive', why: 'letters at the beginning of words' },
    { query: 't-0a7', first: 'T-0A7QK orders does not answer', why: 'the open ticket before the closed one' },
    { query: '0a7qj', first: 'T-0A7QJ orders does not answer', why: 'a closed ticket by its code' },
    { query: 'money', first: 'payments', why: 'by its team' },
    { query: 'mem pay', first: 'memory of payments-2', why: 'a signal' },
    { query: 'board', first: 'Incident board', why: 'a screen' },
    { query: 'dark', first: 'Dark theme', why: 'an action' },
    { query: 'drift', first: 'Drifting towards a limit', why: 'a rule' },
  ])('finds for “$query” first $first: $why', ({ query, first }) => {
    expect(names(query)[0]).toBe(first)
  })

  it('finds nothing that lacks a word', () => {
    expect(names('orders zebra')).toEqual([])
  })

  it('leaves out what has the letters by chance where something is called so', () => {
    const index = indexEntries([
      entry('service', 'search'),
      entry('rule', 'Long pauses of garbage collection'),
    ])
    expect(findEntries(index, 'sea', []).map(({ name }) => name)).toEqual(['search'])
    expect(findEntries(index, 'pgc', []).map(({ kind }) => kind)).toEqual(['rule'])
  })

  it('finds what is only told of it, however little that is', () => {
    const index = indexEntries([entry('rule', 'A long title that says nothing of it', { about: 'xq' })])
    expect(findEntries(index, 'q', [])).toHaveLength(1)
  })

  it('brings forward what was wanted lately, among equals', () => {
    expect(names('orders-')[0]).toBe('orders-archive')
    expect(names('orders-', ['pod:orders-1'])[0]).toBe('orders-1')
  })

  it('shows unasked what was wanted lately, then trouble, the worst first, then screens and actions', () => {
    expect(names('', ['rule:Drifting towards a limit', 'service:gone', 'screen:Reachability'])).toEqual([
      'Drifting towards a limit',
      'Reachability',
      'payments',
      'orders-archive',
      'Incident board',
      'Dark theme',
    ])
  })

  it('shows thirty at most', () => {
    const many = indexEntries(Array.from({ length: 200 }, (_, i) => entry('pod', `pod-${i}`)))
    expect(findEntries(many, 'pod', [])).toHaveLength(30)
  })
})
