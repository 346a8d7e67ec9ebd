import { describe, expect, it } from 'vitest'
import { PRIORITIES } from '#src/domain/sla/priority.ts'
import { alarmNotes, NOTE_EDGE, notesLast } from './alarmNotes.ts'

const heard = PRIORITIES.map((priority) => alarmNotes(priority))

describe('the calls of the priorities', () => {
  it('are longer, the more urgent', () => {
    const lasts = heard.map(notesLast)
    expect(lasts).toEqual(lasts.toSorted((a, b) => b - a))
    expect(Math.max(...lasts)).toBeLessThan(4000)
  })

  it('are louder, the more urgent', () => {
    const loud = heard.map((notes) => Math.max(...notes.map(({ gain }) => gain)))
    expect(loud).toEqual(loud.toSorted((a, b) => b - a))
  })

  it('are told apart by the number of their notes', () => {
    expect(heard.map((notes) => notes.length)).toEqual([10, 6, 4, 2, 1])
  })

  for (const priority of PRIORITIES) {
    it(`P${priority}: one note after another, each long enough for its edges, none beyond full loudness`, () => {
      const notes = alarmNotes(priority)
      for (const [i, { at, lasts, gain, hertz }] of notes.entries()) {
        expect(lasts).toBeGreaterThan(2 * NOTE_EDGE)
        expect(gain > 0 && gain <= 1).toBe(true)
        expect(hertz >= 150 && hertz <= 1000).toBe(true)
        expect(at).toBeGreaterThanOrEqual(notesLast(notes.slice(0, i)))
      }
    })
  }

  it('quiet are the same ones, at a third of the loudness', () => {
    const [loud, quiet] = [alarmNotes(1), alarmNotes(1, true)]
    for (const [i, { gain }] of quiet.entries()) expect(gain * 3).toBeCloseTo(loud[i]?.gain ?? 0)
    expect(quiet.map(({ at, hertz }) => [at, hertz])).toEqual(loud.map(({ at, hertz }) => [at, hertz]))
  })

  it('last as long as their last note', () => expect(notesLast([])).toBe(0))
})
