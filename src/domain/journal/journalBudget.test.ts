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
})
