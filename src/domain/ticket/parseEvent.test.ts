import { expect, it } from 'vitest'
import { parseEvent } from './parseEvent.ts'
import { eventOf, NOW, openedWith, POLICY } from './testing/events.ts'
import { isUnderstood } from './ticketEvent.ts'

const line = { signal: 'memory', pod: 'orders-1', from: NOW, step: 60_000, values: [1, null, 2], bound: 4 }
const evidence = {
  light: 'red' as const,
  at: NOW,
  reasons: ['3 of 3 pods failing'],
  pods: '3 of 3 red',
  version: '1.2.3',
  lines: [line],
}
const opened = openedWith({ evidence, links: [{ label: 'runbook', url: 'https://wiki.example/a?b#c' }] })
const [acknowledged, commented] = [eventOf('acknowledged', {}), eventOf('commented', { text: 'hm' })]
const withData = (data: object) => ({ ...opened, data: { ...opened.data, ...data } })

it.each([
  opened,
  acknowledged,
  commented,
  { ...acknowledged, srv: NOW, seen: 'open' },
  { ...commented, mood: 'of a later build', data: { text: 'hm', colour: 'red' } },
])('reads what was written: %#', (event) => {
  expect(parseEvent(JSON.parse(JSON.stringify(event)))).toEqual({ ok: true, value: event })
})

it.each([
  { name: 'of a later layout', event: { ...commented, v: 2, data: 'other', more: [1] } },
  { name: 'of a kind that is not known', event: { ...commented, kind: 'checkpoint' } },
  { name: 'of a kind with the name of something inherited', event: { ...commented, kind: 'constructor' } },
])('keeps an event $name', ({ event }) => {
  const read = parseEvent(event)
  expect(read).toEqual({ ok: true, value: { ...event, foreign: true } })
  expect(read.ok && isUnderstood(read.value)).toBe(false)
  expect(read.ok && parseEvent(read.value)).toEqual(read)
})

it('understands what an earlier build did not', () => {
  expect(parseEvent({ ...commented, foreign: true })).toEqual({ ok: true, value: commented })
})

const calendars = { business: { ...POLICY.calendars['business'], hours: [{ days: [0], from: 9, to: 9 }] } }

it.each([
  { json: null, at: 'Invalid type' },
  { json: 'open', at: 'Invalid type' },
  { json: [], at: 'v:' },
  { json: { ...commented, v: 0 }, at: 'v:' },
  { json: { ...commented, v: '1' }, at: 'v:' },
  { json: { ...commented, id: 'a.b' }, at: 'id:' },
  { json: { ...commented, ticket: '' }, at: 'ticket:' },
  { json: { ...commented, actor: 'Anna Müller' }, at: 'actor:' },
  { json: { ...commented, at: Infinity }, at: 'at:' },
  { json: { ...commented, at: Number.NaN }, at: 'at:' },
  { json: { ...commented, at: 1e17 }, at: 'at:' },
  { json: { ...commented, srv: 'now' }, at: 'srv:' },
  { json: { ...commented, data: { text: 'x'.repeat(4001) } }, at: 'data.text:' },
  { json: { ...commented, data: null }, at: 'data:' },
  { json: { ...commented, v: 2, at: null }, at: 'at:' },
  { json: withData({ title: 'x'.repeat(201) }), at: 'data.title:' },
  { json: withData({ priority: 6 }), at: 'data.priority:' },
  { json: withData({ links: [{ label: 'x', url: 'javascript:alert(1)' }] }), at: 'data.links.0.url:' },
  {
    json: withData({ links: Array.from({ length: 41 }, () => ({ label: '', url: 'https://a.example' })) }),
    at: 'data.links:',
  },
  { json: withData({ policy: { ...POLICY, calendars: {} } }), at: 'data.policy:' },
  { json: withData({ policy: { ...POLICY, calendars } }), at: 'data.policy.calendars.business.hours.0:' },
  { json: withData({ policy: { ...POLICY, resolveDelay: -1 } }), at: 'data.policy.resolveDelay:' },
  {
    json: withData({ evidence: { ...evidence, lines: [{ ...line, values: ['1'] }] } }),
    at: 'data.evidence.lines.0',
  },
])('tells what is wrong with a damaged one: $at %#', ({ json, at }) => {
  const read = parseEvent(json)
  expect(read.ok ? '' : read.error).toContain(at)
})
