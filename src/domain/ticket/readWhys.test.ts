import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseEvent } from './parseEvent.ts'
import { readWhys } from './readWhys.ts'
import { eventOf } from './testing/events.ts'
import { chartPin, logPin } from './testing/pins.ts'
import type { Why } from './why.ts'

const WHYS: readonly Why[] = [
  { answer: 'the pool was full', evidence: 'pool_active', pins: [chartPin(), logPin()] },
  { answer: '', evidence: '' },
]

const stored = (json: unknown): unknown => JSON.parse(JSON.stringify(json))

it('reads what was written', () => {
  expect(readWhys(stored(WHYS))).toEqual(WHYS)
})

it.each([
  { json: null, expected: [] },
  { json: { 0: 'x' }, expected: [] },
  { json: 'whys', expected: [] },
  { json: [1, null, [], 'x'], expected: [] },
  { json: [{ answer: 7 }], expected: [{ answer: '', evidence: '' }] },
  { json: [{ answer: 'a', pins: {} }], expected: [{ answer: 'a', evidence: '' }] },
  {
    json: [{ answer: 'a', pins: [{ kind: 'constructor' }, 7, null] }],
    expected: [{ answer: 'a', evidence: '' }],
  },
])('reads of %j what it is', ({ json, expected }) => {
  expect(readWhys(json)).toEqual(expected)
})

it('cuts what is too long or too many', () => {
  const [why, ...others] = readWhys(
    Array.from({ length: 9 }, () => ({
      answer: 'x'.repeat(5000),
      pins: Array.from({ length: 9 }, () => logPin()),
    })),
  )
  expect(others).toHaveLength(4)
  expect(why?.answer).toHaveLength(4000)
  expect(why?.pins).toHaveLength(5)
})

it('takes nothing over from the prototype', () => {
  const json: unknown = JSON.parse(
    '[{"__proto__":{"answer":"inherited","pins":[{"kind":"log","text":"x"}]}}]',
  )
  expect(readWhys(json)).toEqual([{ answer: '', evidence: '' }])
})

it('makes of anything at all something that a log takes', () => {
  const line = fc.record(
    {
      signal: fc.anything(),
      pod: fc.string(),
      from: fc.double(),
      step: fc.double(),
      values: fc.array(fc.anything()),
    },
    { requiredKeys: [] },
  )
  const pin = fc.record(
    { kind: fc.constantFrom('chart', 'log', 'check', 'other'), text: fc.anything(), link: fc.webUrl(), line },
    { requiredKeys: [] },
  )
  const why = fc.record(
    { answer: fc.anything(), evidence: fc.string(), pins: fc.array(pin) },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.array(why)), (json) => {
      const whys = readWhys(json)
      const event = { ...eventOf('postmortem', { whys: [], markdown: '' }), data: { whys, markdown: '' } }
      expect(parseEvent(stored(event))).toEqual({ ok: true, value: stored(event) })
    }),
  )
})
