import { describe, expect, it } from 'vitest'
import { likelyNames } from './likelyNames.ts'

const KNOWN = ['orders', 'orders-api', 'user-sync', 'payments', 'payment-router', 'db']

describe('the names that were probably meant', () => {
  it.each([
    { word: 'order', likely: ['orders', 'orders-api'] },
    { word: 'ORDERS-API-2', likely: ['orders', 'orders-api'] },
    { word: 'user-sync-service', likely: ['user-sync'] },
    { word: 'paymnets', likely: ['payments'] },
    { word: 'oreders', likely: ['orders'] },
    { word: 'billing', likely: [] },
    { word: 'd', likely: ['db'] },
    { word: '', likely: [] },
    { word: '__proto__', likely: [] },
  ])('$word', ({ word, likely }) => expect(likelyNames(word, KNOWN)).toEqual(likely))

  it('are at most five, and asked for a word of any length', () => {
    const many = Array.from({ length: 50 }, (_, i) => `copy-${i}`)
    expect(likelyNames('copy', many)).toHaveLength(5)
    expect(likelyNames('x'.repeat(100_000), many)).toEqual([])
  })
})
