import { expect, it } from 'vitest'
import { boundedPin, pinLink } from './boundedPin.ts'
import { NOW } from './testing/events.ts'
import { chartPin, logPin } from './testing/pins.ts'

it.each([
  ['#/s/orders', '#/s/orders'],
  ['#/alert?message=%3Cscript%3E', '#/alert?message=%3Cscript%3E'],
  ['', ''],
  ['#s/orders', ''],
  ['/s/orders', ''],
  ['javascript:alert(1)', ''],
  [' #/s/orders', ''],
  ['https://e.vil/#/s/orders', ''],
  ['data:text/html,#/', ''],
  [`#/${'a'.repeat(1998)}`, `#/${'a'.repeat(1998)}`],
  [`#/${'a'.repeat(1999)}`, ''],
])('follows %.40s to %.40s', (link, expected) => {
  expect(pinLink(link)).toBe(expected)
})

it('leaves alone what is within its bounds', () => {
  for (const pin of [chartPin(), logPin(), chartPin({ line: null })]) expect(boundedPin(pin)).toEqual(pin)
})

const { line } = chartPin()
const lineWith = (own: object) => (line === null ? null : { ...line, ...own })

it.each([
  { name: 'a line of a log', pin: logPin({ line }) },
  { name: 'no time', pin: chartPin({ line: lineWith({ from: -1 }) }) },
  { name: 'a time beyond all calendars', pin: chartPin({ line: lineWith({ from: 1e17 }) }) },
  { name: 'no step', pin: chartPin({ line: lineWith({ step: Number.NaN }) }) },
  { name: 'a step back', pin: chartPin({ line: lineWith({ step: -1 }) }) },
  { name: 'no signal', pin: chartPin({ line: lineWith({ signal: '' }) }) },
  { name: 'no values', pin: chartPin({ line: lineWith({ values: [] }) }) },
])('draws no line: $name', ({ pin }) => {
  expect(boundedPin(pin).line).toBeNull()
})

it('cuts what is long', () => {
  const values = Array.from({ length: 1_000_000 }, (_, i) => i)
  const pin = boundedPin(
    chartPin({
      text: 'x'.repeat(1e6),
      line: lineWith({ values, signal: 's'.repeat(999), pod: 'p'.repeat(999) }),
    }),
  )
  expect(pin.text).toBe(`${'x'.repeat(499)}…`)
  expect(pin.line?.signal).toHaveLength(120)
  expect(pin.line?.pod).toHaveLength(200)
  expect(pin.line?.values).toHaveLength(120)
  expect(pin.line?.values.at(-1)).toBe(1_000_000)
  expect(pin.line?.from).toBe(NOW)
})
