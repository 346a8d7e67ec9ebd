import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, type Policy } from '#src/domain/verdict/policy.ts'
import { parseFleet } from './parseFleet.ts'
import { thresholdText } from './thresholdText.ts'

const isThreshold = (name: string): name is keyof Policy => name in DEFAULT_POLICY

/** A value that is allowed and not the default. */
const another = (value: number): number => (value > 0 && value < 1 ? value / 2 : value + 1)

describe('thresholdText', () => {
  it.each([
    { name: 'levelOrange', value: 0.85, text: '0.85' },
    { name: 'flapBad', value: 3, text: '3' },
    { name: 'rolloutWindow', value: 900_000, text: '"15m"' },
    { name: 'loopLagOrange', value: 100, text: '"100ms"' },
  ] as const)('$name $value is written $text', ({ name, value, text }) => {
    expect(thresholdText(name, value)).toBe(text)
  })

  it.each(Object.entries(DEFAULT_POLICY))('a fleet file takes %s as it is written', (name, usual) => {
    if (!isThreshold(name)) throw new Error(name)
    const value = another(usual)
    const fleet = parseFleet({ thresholds: { [name]: JSON.parse(thresholdText(name, value)) }, services: [] })
    expect(fleet.ok && fleet.value.policy[name]).toBe(value)
  })
})
