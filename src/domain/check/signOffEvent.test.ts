import { describe, expect, it } from 'vitest'
import { parseSubject, rightsOf, subjectOf } from '#src/domain/ticket/natsSubjects.ts'
import { parseEvent } from '#src/domain/ticket/parseEvent.ts'
import { NOW, openedWith } from '#src/domain/ticket/testing/events.ts'
import { foldChecks } from './foldChecks.ts'
import type { CheckMark, SignOffDraft } from './signOff.ts'
import { signOffEvent, watchEndEvent } from './signOffEvent.ts'
import { loggedMark, signedOff, watchEnded } from './testing/checkEvents.ts'

const WHO = { actor: 'Anna', name: 'Anna', now: NOW, newId: () => 'id' }

const mark = (own: Partial<CheckMark> = {}): CheckMark => ({ ...loggedMark(), until: null, ...own })

const draft = (own: Partial<SignOffDraft> = {}): SignOffDraft => ({
  from: NOW - 1,
  light: 'red',
  counts: { green: 1, orange: 0, red: 1, unknown: 0 },
  marks: [],
  note: '',
  ...own,
})

describe('signing a check off', () => {
  it('says what the check said', () => {
    const check = draft({ note: 'three to watch', marks: [mark({ note: 'n' })] })
    const event = signOffEvent(check, WHO)
    expect(event.ok && foldChecks([event.value], NOW).signOffs).toEqual([
      { ...check, id: 'id', at: NOW, by: 'Anna' },
    ])
  })

  it.each([
    { name: 'a note', check: draft({ note: 'x'.repeat(4001) }), most: 4000 },
    { name: 'the note of a mark', check: draft({ marks: [mark({ note: 'x'.repeat(1001) })] }), most: 1000 },
    {
      name: 'all of it',
      check: draft({ marks: Array.from({ length: 300 }, () => mark({ note: 'x'.repeat(900) })) }),
      most: 250_000,
    },
  ])('is refused where $name is too long: nothing is cut', ({ check, most }) => {
    expect(signOffEvent(check, WHO)).toEqual({ ok: false, error: { kind: 'too-long', most } })
  })

  it('is refused under a name that is too long', () => {
    expect(signOffEvent(draft(), { ...WHO, name: 'x'.repeat(121) })).toMatchObject({ error: { most: 120 } })
    expect(watchEndEvent('w/a', { ...WHO, name: 'x'.repeat(121) })).toMatchObject({ error: { most: 120 } })
  })

  it('keeps watches and tickets where there are more marks than it takes, and cuts titles', () => {
    const seen = Array.from({ length: 320 }, (_, i) => mark({ item: `s/${i}` }))
    const last = mark({ item: 's/last', deed: 'ticket', ticket: 'T-AB12C', title: 't'.repeat(500) })
    const event = signOffEvent(draft({ marks: [...seen, last] }), WHO)
    const marks = event.ok ? event.value.data.marks : []
    expect(marks).toHaveLength(300)
    expect(marks[0]).toMatchObject({ item: 's/last', title: 't'.repeat(200) })
  })

  it('never looked at what is to come', () => {
    expect(signOffEvent(draft({ from: NOW + 5 }), WHO)).toMatchObject({ value: { data: { from: NOW } } })
  })

  it('is not stored where it could not be read again', () => {
    const marks = [mark({ item: '' })]
    expect(signOffEvent(draft({ marks }), WHO)).toMatchObject({ error: { kind: 'not-stored' } })
  })
})

const good = signedOff({ marks: [loggedMark()] })
const withData = (own: object): unknown => ({ ...good, data: { ...good.data, ...own } })
const withMark = (own: object): unknown => withData({ marks: [{ ...loggedMark(), ...own }] })

it('lies where its writer may write, as all that they do', () => {
  const subject = subjectOf('run', good)
  expect(subject).toBe(`tk.run.checks.Anna.${good.id}`)
  expect(parseSubject('run', subject ?? '')).toEqual({ ticket: 'checks', actor: 'Anna', id: good.id })
  expect(rightsOf('run', 'TICKETS', 'Anna').publish.allow).toContain('tk.run.*.Anna.*')
})

describe('an event of checks from elsewhere', () => {
  it.each<{ name: string; json: unknown }>([
    { name: 'stands in a ticket', json: { ...good, ticket: 't1' } },
    { name: 'ends a watch in a ticket', json: { ...watchEnded('w/a'), ticket: 't1' } },
    { name: 'opens a ticket of checks', json: { ...openedWith(), ticket: 'checks' } },
    { name: 'is of a time beyond all', json: { ...good, at: 1e308 } },
    { name: 'looks back to a time beyond all', json: withData({ from: Infinity }) },
    { name: 'has a light that is none', json: withData({ light: '__proto__' }) },
    { name: 'counts less than nothing', json: withData({ counts: { ...good.data.counts, red: -1 } }) },
    {
      name: 'has a thousand marks',
      json: withData({ marks: Array.from({ length: 1000 }, () => loggedMark()) }),
    },
    { name: 'has a note of megabytes', json: withData({ note: 'x'.repeat(1e6) }) },
    { name: 'has a name of megabytes', json: withData({ by: 'x'.repeat(1e6) }) },
    { name: 'is of nobody', json: withData({ by: '' }) },
    { name: 'has a mark of nothing', json: withMark({ item: '' }) },
    { name: 'has a long note on a mark', json: withMark({ note: 'x'.repeat(1001) }) },
    { name: 'watches until an unknown thing', json: withMark({ until: { kind: 'never' } }) },
    { name: 'watches until the end of time', json: withMark({ until: { kind: 'time', at: 1e308 } }) },
    { name: 'names a ticket by an address', json: withMark({ ticket: 'javascript:alert(1)' }) },
    { name: 'has kinds that are no texts', json: withMark({ kinds: [{}] }) },
    { name: 'ends nothing', json: { ...watchEnded('w/a'), data: { watch: '', by: 'Anna' } } },
  ])('that $name is refused', ({ json }) => {
    expect(parseEvent(json)).toMatchObject({ ok: false })
  })

  it('may name things as objects name what all of them have, and leaves out what is none of it', () => {
    const odd = withMark({ item: 'constructor', title: '<img src=x>', link: 'javascript:alert(1)' })
    const read = parseEvent(odd)
    const [signOff] = read.ok ? foldChecks([read.value], NOW).signOffs : []
    expect(signOff?.marks).toEqual([{ ...loggedMark(), item: 'constructor', title: '<img src=x>' }])
  })
})
