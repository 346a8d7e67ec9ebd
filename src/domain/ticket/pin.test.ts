import { expect, it } from 'vitest'
import { decide } from './decide.ts'
import { foldBoard } from './foldBoard.ts'
import { parseEvent } from './parseEvent.ts'
import { after, eventOf, NOW, openedWith, ticketOf } from './testing/events.ts'
import { chartPin, logPin } from './testing/pins.ts'
import type { Why } from './why.ts'

const OLD: Why = { answer: 'the disk was full', evidence: 'df' }
const WHY: Why = { answer: 'the pool was full', evidence: '', pins: [chartPin(), logPin()] }

const written = (whys: readonly Why[]) => eventOf('postmortem', { whys, markdown: '# T' })
const asStored = (whys: unknown): unknown => {
  const event: unknown = JSON.parse(JSON.stringify({ ...written([]), data: { whys, markdown: '# T' } }))
  return event
}

it.each([
  { name: 'from before there were pins', whys: [OLD] },
  { name: 'without any', whys: [{ ...OLD, pins: [] }] },
  { name: 'with a chart and a line of a log', whys: [OLD, WHY] },
  { name: 'of a later build', whys: [{ ...WHY, mood: 1, pins: [{ ...logPin(), colour: 'red' }] }] },
])('reads answers $name as they were written', ({ whys }) => {
  const event = asStored(whys)
  expect(parseEvent(event)).toEqual({ ok: true, value: event })
})

it.each([
  ['javascript:alert(1)'],
  ['https://e.vil/#/'],
  ['//e.vil'],
  ['#javascript:alert(1)'],
  [`#/${'a'.repeat(2000)}`],
])('keeps a pin without its link %.30s', (link) => {
  const parsed = parseEvent(asStored([{ ...OLD, pins: [logPin({ link })] }]))
  expect(parsed).toEqual({ ok: true, value: asStored([{ ...OLD, pins: [logPin({ link: '' })] }]) })
})

const { line } = chartPin()
const lines = (own: object) => [{ ...chartPin(), line: { ...line, ...own } }]

it.each([
  { name: 'too many', pins: Array.from({ length: 6 }, () => logPin()), at: 'pins:' },
  { name: 'no list', pins: { length: 1 }, at: 'pins:' },
  { name: 'none', pins: null, at: 'pins:' },
  {
    name: 'of a kind with the name of something inherited',
    pins: [{ ...logPin(), kind: 'constructor' }],
    at: 'kind:',
  },
  { name: 'a long text', pins: [logPin({ text: 'x'.repeat(501) })], at: 'text:' },
  { name: 'a link that is no text', pins: [{ ...logPin(), link: { toString: 'x' } }], at: 'link:' },
  { name: 'no line', pins: [{ ...logPin(), line: undefined }], at: 'line' },
  { name: 'a million points', pins: lines({ values: Array.from({ length: 1e6 }, () => 1) }), at: 'values:' },
  { name: 'points that are none', pins: lines({ values: ['1'] }), at: 'values.0:' },
  { name: 'a time that is none', pins: lines({ from: 1e17 }), at: 'from:' },
])('takes nothing of answers with damaged pins: $name', ({ pins, at }) => {
  const parsed = parseEvent(asStored([{ ...OLD, pins }]))
  expect(parsed.ok ? '' : parsed.error).toContain(at)
})

it('takes nothing over from a prototype', () => {
  const event: unknown = JSON.parse(
    JSON.stringify(asStored([OLD])).replace('"evidence"', '"__proto__":{"pins":[{"kind":"x"}]},"evidence"'),
  )
  const parsed = parseEvent(event)
  expect(parsed).toEqual({ ok: true, value: asStored([OLD]) })
})

it('folds to the answers with their pins, written last', () => {
  const ticket = ticketOf(openedWith(), written([OLD]), {
    ...written([OLD, WHY]),
    id: 'second',
    at: after(1),
  })
  expect(ticket.whys).toEqual([OLD, WHY])
})

it('hides pins with what was taken out', () => {
  const event = written([WHY])
  const ticket = ticketOf(openedWith(), event, eventOf('redacted', { event: event.id }, { at: after(1) }))
  expect(ticket.whys).toEqual([])
  expect(JSON.stringify(ticket)).not.toMatch(/creating user|orders-2/)
})

it('writes only what it could read again', () => {
  const ticket = ticketOf(openedWith())
  const values = Array.from({ length: 5000 }, (_, i) => (i % 7 === 0 ? Number.NaN : i))
  const huge = chartPin({
    text: 'x'.repeat(9999),
    link: 'javascript:x',
    line: line === null ? null : { ...line, values },
  })
  const whys: Why[] = [{ answer: 'a', evidence: '', pins: Array.from({ length: 9 }, () => huge) }, OLD]
  const decided = decide({ do: 'postmortem', whys, markdown: '' }, ticket, {
    by: 'anna',
    now: NOW,
    newId: () => 'new',
    tickets: foldBoard(new Map([[ticket.id, ticket]])),
  })
  const [event] = decided.ok ? decided.value : []
  expect(event?.kind === 'postmortem' && event.data.whys[0]?.pins).toHaveLength(5)
  expect(event?.kind === 'postmortem' && event.data.whys[1]).toEqual(OLD)
  expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event })
})
