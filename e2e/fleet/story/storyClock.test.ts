import { expect, it } from 'vitest'
import { storyClock } from './storyClock.ts'

it('stands still until it is let go, and never goes backwards', () => {
  let real = 1000
  const clock = storyClock(10, real, () => real)
  real = 1500
  expect(clock.now()).toBe(10)
  clock.go()
  real = 1600
  expect(clock.now()).toBe(110)
  clock.go()
  real = 1300
  expect(clock.now()).toBe(110)
  real = 1700
  expect(clock.now()).toBe(210)
})

it('leaves the past where it was, and puts what is to come behind the moment at which it was let go', () => {
  let real = 1000
  const clock = storyClock(10, real, () => real)
  real = 1500
  clock.go()
  expect([0, 10, 20].map((t) => clock.real(t))).toEqual([990, 1000, 1510])
})
