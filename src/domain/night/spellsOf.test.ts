import { describe, expect, it } from 'vitest'
import { type EpochMs, minutes, seconds } from '#src/domain/time/units.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import type { NightSpell, NightStretch } from './night.ts'
import { spellsOf } from './spellsOf.ts'

/** A minute of the night. */
const at = (minute: number): EpochMs => 0 + minutes(minute)

const LIGHTS: Readonly<Record<string, Light>> = { r: 'red', o: 'orange', g: 'green', u: 'unknown' }

/** A letter a minute; the same again goes on, `.` is a minute in which nobody watched. */
function stretches(letters: string): NightStretch[] {
  const all: NightStretch[] = []
  for (const [i, letter] of letters.split('').entries()) {
    const light = LIGHTS[letter]
    const last = all.at(-1)
    if (light === undefined) continue
    if (last?.light === light && last.to === at(i)) all[all.length - 1] = { ...last, to: at(i + 1) }
    else all.push({ from: at(i), to: at(i + 1), light, turn: 'other', reasons: [] })
  }
  return all
}

const reason = (text: string): NightStretch['reasons'] => [
  { kind: 'failing', light: 'red', since: 0, text, pods: [] },
]

const told = (spell: NightSpell): string => {
  const [from, bad, well] = [spell.from, spell.lastBadAt, spell.wellAt].map((at) =>
    at === null ? '…' : at / minutes(1),
  )
  const long = `${spell.seenFor / minutes(1)} (red ${spell.redFor / minutes(1)})`
  const more = `${spell.isOlder ? ' older' : ''}${spell.hasGap ? ' gap' : ''}`
  return `${spell.light} ${from}–${bad}, well ${well}: ${long}${more}`
}

describe('spellsOf', () => {
  const rows: readonly { name: string; night: string; spells: readonly string[] }[] = [
    { name: 'nothing known', night: '...', spells: [] },
    { name: 'well', night: 'gggg', spells: [] },
    { name: 'grey', night: 'guug', spells: [] },
    { name: 'red, and well again', night: 'ggrrrgg', spells: ['red 2–5, well 5: 3 (red 3)'] },
    { name: 'orange', night: 'googg', spells: ['orange 1–3, well 3: 2 (red 0)'] },
    { name: 'the gravest that it was', night: 'goorog', spells: ['red 1–5, well 5: 4 (red 1)'] },
    { name: 'still so', night: 'ggrr', spells: ['red 2–4, well …: 2 (red 2)'] },
    {
      name: 'two',
      night: 'grgog',
      spells: ['red 1–2, well 2: 1 (red 1)', 'orange 3–4, well 4: 1 (red 0)'],
    },
    { name: 'so from the beginning', night: 'rrg', spells: ['red 0–2, well 2: 2 (red 2) older'] },
    { name: 'grey ends none', night: 'grrurrg', spells: ['red 1–6, well 6: 4 (red 4) gap'] },
    { name: 'nor does a gap', night: 'grr..rg', spells: ['red 1–6, well 6: 3 (red 3) gap'] },
    { name: 'well behind a gap', night: 'grr...gg', spells: ['red 1–3, well 6: 2 (red 2) gap'] },
    { name: 'found red behind a gap', night: 'gg..rrg', spells: ['red 4–6, well 6: 2 (red 2) older'] },
    { name: 'found red behind grey', night: 'gguurrg', spells: ['red 4–6, well 6: 2 (red 2) older'] },
    { name: 'red, then not seen any more', night: 'grr...', spells: ['red 1–3, well …: 2 (red 2)'] },
    { name: 'red, then grey', night: 'grruu', spells: ['red 1–3, well …: 2 (red 2)'] },
    {
      name: 'well behind a gap, and red again',
      night: 'gr.grg',
      spells: ['red 1–2, well 3: 1 (red 1) gap', 'red 4–5, well 5: 1 (red 1)'],
    },
  ]
  for (const { name, night, spells } of rows) {
    it(`${name}: ${night}`, () => expect(spellsOf(stretches(night), null).map(told)).toEqual(spells))
  }

  it('began in the night where it was seen well until then', () => {
    expect(spellsOf(stretches('rrg'), 0).map(told)).toEqual(['red 0–2, well 2: 2 (red 2)'])
    expect(spellsOf(stretches('rrg'), 0 - seconds(29)).map(told)).toEqual(['red 0–2, well 2: 2 (red 2)'])
    expect(spellsOf(stretches('rrg'), 0 - seconds(30)).map(told)).toEqual([
      'red 0–2, well 2: 2 (red 2) older',
    ])
  })

  it('takes a reload for no gap, and counts none of it', () => {
    const bad: NightStretch = { from: at(1), to: at(2), light: 'red', turn: 'red', reasons: [] }
    const more: NightStretch = {
      from: at(2) + seconds(20),
      to: at(3),
      light: 'red',
      turn: 'again',
      reasons: [],
    }
    const well: NightStretch = {
      from: at(3),
      to: at(9),
      light: 'green',
      turn: 'recovered',
      reasons: [],
    }
    expect(spellsOf([bad, more, well], at(1))).toMatchObject([
      { hasGap: false, isOlder: false, seenFor: seconds(100), redFor: seconds(100) },
    ])
  })

  it('gives the reasons of its gravest stretch, of several the longest one', () => {
    const all = stretches('gorogrro').filter(({ light }) => light !== 'green')
    const named = all.map((one, i) => Object.assign(one, { reasons: reason(`${i}`) }))
    expect(spellsOf(named, null)[0]?.reasons).toEqual(reason('3'))
  })
})
