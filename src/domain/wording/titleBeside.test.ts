import { expect, it } from 'vitest'
import { titleBeside } from './titleBeside.ts'

it.each([
  ['orders: all pods fail', 'orders', 'all pods fail'],
  ['orders: all pods fail', 'order', 'orders: all pods fail'],
  ['Payments fail', 'orders', 'Payments fail'],
  ['orders: all pods fail', null, 'orders: all pods fail'],
])('%s beside %s is told as %s', (title, name, told) => expect(titleBeside(title, name)).toBe(told))
