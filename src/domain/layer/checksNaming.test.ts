import { expect, it } from 'vitest'
import { check } from '#src/domain/watch/testing/podFacts.ts'
import { checksNaming } from './checksNaming.ts'

it('finds the worst check that complains of each service, however deep it is', () => {
  const checks = [
    check('prices', 'degraded'),
    check('components', 'down', {
      parts: [check('http:Prices', 'down', { message: 'refused' }), check('stock', 'ok')],
    }),
    check('disk', 'down'),
  ]
  expect([...checksNaming(['prices', 'stock', 'mailer'], checks)]).toEqual([
    ['prices', { name: 'http:Prices', state: 'down', message: 'refused' }],
  ])
})

it.each(['__proto__', 'constructor', ''])('takes a check called %j for no service', (name) => {
  expect(checksNaming(['prices'], [check(name, 'down')]).size).toBe(0)
})
