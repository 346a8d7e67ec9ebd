import { describe, expect, it } from 'vitest'
import { podsOf } from '#src/domain/pattern/testing/seenOf.ts'
import { BEGAN, FAILING, find, ordersOf, reasonOf } from './testing/caseOf.ts'

const placed = (own: object) => ({ place: { root: null, via: [], redDependencies: [], ...own } })

describe('a dependency', () => {
  const check = reasonOf('health', [2], { check: 'db', state: 'down', why: null })

  it.each([
    {
      name: 'the root',
      own: placed({ root: 'prices', via: ['stock', 'prices'] }),
      expected: { answer: 'yes', root: { service: 'prices', via: ['stock'] } },
    },
    {
      name: 'a red one',
      own: placed({ redDependencies: ['stock'] }),
      expected: { answer: 'yes', red: ['stock'] },
    },
    {
      name: 'a check of its own',
      own: { reasons: [check] },
      expected: { answer: 'yes', check: { name: 'db', since: BEGAN } },
    },
    { name: 'none in trouble', own: { needed: ['stock'] }, expected: { answer: 'no', needed: ['stock'] } },
    {
      name: 'one that nobody watches here',
      own: { unwatched: ['postgres'] },
      expected: { answer: 'unknown', needed: [], unwatched: ['postgres'] },
    },
    { name: 'none that is known', own: {}, expected: { answer: 'unknown' } },
  ])('$name', ({ own, expected }) => {
    expect(find('dependency', { reasons: [FAILING], ...own })).toMatchObject(expected)
  })

  it('that its health page names is read there', () => {
    const of = ordersOf(3, undefined, { endpoints: { health: '/actuator/health' } })
    const own = { service: of, pods: podsOf([{}, {}, {}], of), reasons: [check] }
    expect(find('dependency', own)?.command).toEqual({
      kind: 'read',
      url: 'http://orders-2:8080/actuator/health',
    })
  })
})
