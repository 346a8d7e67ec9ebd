import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '#src/domain/time/units.ts'
import { NIGHT, row, watchOn, ZONE } from './testing/journalRig.ts'
import { verdictJournal } from './verdictJournal.ts'

describe('a journal of which there is too much', () => {
  const pods = Array.from({ length: 50 }, (_, i) => ({
    name: `${i}`.padEnd(200),
    light: 'red' as const,
    observedAt: 0,
    version: null,
  }))

  it('keeps how each service stands, and of what went before two megabytes', () => {
    const journal = verdictJournal()
    journal.note(row('green', { name: 'steady' }), NIGHT, ZONE)
    for (let i = 0; i < 120; i++) {
      const at = NIGHT + i * minutes(6)
      watchOn(journal, at, at + minutes(6))
      journal.note(row(i % 2 === 0 ? 'red' : 'orange', { name: 'flapping', pods }), at, ZONE)
      journal.note(row('red', { name: `service-${i % 4}`, pods }), at, ZONE)
    }
    const now = NIGHT + minutes(120 * 6)
    for (const name of ['steady', 'flapping', 'service-0', 'service-3'] as const)
      expect(journal.at(name, now)).not.toBeNull()
    expect(journal.at('steady', NIGHT)?.light).toBe('green')
    expect(journal.at('flapping', NIGHT)).toBeNull()
    const kept = journal.between('flapping', -Infinity, Infinity).length
    expect(kept).toBeGreaterThan(60)
    expect(kept).toBeLessThan(100)
  })

  it('keeps how each stands, though that alone is more', () => {
    const journal = verdictJournal()
    for (let i = 0; i < 120; i++)
      journal.note(row('red', { name: `service-${i}`, pods }), NIGHT + seconds(i), ZONE)
    expect(Array.from({ length: 120 }, (_, i) => journal.save(`service-${i}`))).not.toContain(null)
  })

  it('lets services go that are not in the fleet any more', () => {
    const journal = verdictJournal()
    for (let i = 0; i < 120; i++) {
      const [at, name] = [NIGHT + i * seconds(20), `service-${i}`]
      journal.note(row('red', { name, pods }), at, ZONE)
      journal.forgetOthers((kept) => kept === name, at)
    }
    journal.takeTouched()
    journal.note(row('red', { name: 'service-120', pods }), NIGHT + minutes(41), ZONE)
    expect(journal.save('service-120')).not.toBeNull()
    const gone = [...journal.takeTouched()].filter((name) => journal.save(name) === null)
    expect(gone).toHaveLength(1)
  })

  it.each([
    { services: 1000, gaps: 8 },
    { services: 300, gaps: 20 },
  ])('loses no word of $services services over $gaps gaps', ({ services, gaps }) => {
    const journal = verdictJournal()
    const names = Array.from({ length: services }, (_, i) => `svc-${i}`)
    const all = (at: number): void => names.forEach((name) => journal.note(row('green', { name }), at, ZONE))
    all(NIGHT)
    watchOn(journal, NIGHT, NIGHT + minutes(30))
    journal.note(row('red', { name: 'svc-7' }), NIGHT + minutes(10), ZONE)
    journal.note(row('green', { name: 'svc-7' }), NIGHT + minutes(30), ZONE)
    for (let i = 1; i <= gaps; i++) all(NIGHT + minutes(30 + i * 5))
    const lights = journal.between('svc-7', 0, Infinity).map(({ moment }) => moment.light)
    expect(lights).toEqual(['green', 'red', ...Array.from({ length: gaps + 1 }, () => 'green')])
    expect(journal.between('svc-8', 0, Infinity)).toHaveLength(gaps + 1)
  })
})
