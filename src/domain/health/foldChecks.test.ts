import { describe, expect, it } from 'vitest'
import { checkNodes } from './checkNode.ts'
import { countNodes, findChecks, foldChecks, worstWithin } from './foldChecks.ts'
import type { HealthCheck } from './healthReading.ts'
import { bare } from './readChecks.ts'

const many = (n: number, own: Partial<HealthCheck> = { state: 'ok' }): HealthCheck[] =>
  Array.from({ length: n }, (_, i) => bare(`check-${i}`, own))
const names = (nodes: ReturnType<typeof checkNodes>): string[] => nodes.map(({ check }) => check.name)
const none = () => false

describe('foldChecks', () => {
  it('puts the worst first, counting parts, and leaves the rest in the order of the page', () => {
    const nodes = checkNodes([
      bare('b', { state: 'ok' }),
      bare('u', {}),
      bare('a', { state: 'ok' }),
      bare('w', { state: 'degraded' }),
      bare('p', { state: 'ok', parts: [bare('inner', { state: 'down' })] }),
    ])
    expect(names(foldChecks(nodes, none).shown)).toEqual(['p', 'w', 'u', 'b', 'a'])
    expect(nodes.map(worstWithin)).toEqual(['ok', 'unknown', 'ok', 'degraded', 'down'])
  })

  it('folds what is well where there is much of it', () => {
    const nodes = checkNodes([...many(4988), ...many(12, { state: 'down' })])
    const { shown, well } = foldChecks(nodes, none)
    expect([shown.length, well.length]).toEqual([12, 4988])
    expect(shown.every(({ check }) => check.state === 'down')).toBe(true)
    expect(countNodes(nodes)).toBe(5000)
  })

  it('folds nothing where there is little, and nothing that is marked, nor what is above it', () => {
    expect(foldChecks(checkNodes(many(12)), none)).toMatchObject({ well: [] })
    const nodes = checkNodes([
      ...many(20),
      bare('above', { state: 'ok', parts: [bare('new', { state: 'ok' })] }),
    ])
    const { shown, well } = foldChecks(nodes, ({ check }) => check.name === 'new')
    expect([names(shown), well.length]).toEqual([['above'], 20])
  })
})

describe('findChecks', () => {
  const nodes = checkNodes([
    bare('db', { parts: [bare('us1', { message: 'ECONNREFUSED' }), bare('us2', {})] }),
    bare('disk', { details: [['path', '/var']] }),
  ])

  it.each([
    { text: ' ', expected: ['db us1 us2', 'disk'] },
    { text: 'econn', expected: ['db us1'] },
    { text: 'DB', expected: ['db us1 us2'] },
    { text: '/var', expected: ['disk'] },
    { text: 'path', expected: ['disk'] },
    { text: 'none', expected: [] },
  ])('$text', ({ text, expected }) => {
    const found = findChecks(nodes, text).map(({ check, parts }) => [check.name, ...names(parts)].join(' '))
    expect(found).toEqual(expected)
  })
})
