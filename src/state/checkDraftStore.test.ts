import { describe, expect, it } from 'vitest'
import { withNote } from '#src/domain/check/checkDraft.ts'
import { logOf, signOffOf } from '#src/domain/check/testing/sampleLog.ts'
import { EVENING, MORNING } from '#src/domain/check/testing/sampleNight.ts'
import { days, minutes } from '#src/domain/time/units.ts'
import {
  changeDraft,
  checkDraftsOf,
  createCheckDrafts,
  leaveCheck,
  letGoOfDraft,
  rereadDraft,
  settleDraft,
} from './checkDraftStore.ts'
import type { Storage } from './storage.ts'
import { memoryStorage } from './testing/testScreen.ts'

const FLEET = 'http://localhost/fleet.json'
const { signOffs } = logOf()
const opening = { signOffs, name: 'Anna Müller', now: MORNING }
const other = signOffOf({ id: 'boris-1', by: 'Boris', at: MORNING + minutes(5) })
const own = signOffOf({ id: 'anna-2', at: MORNING + minutes(6) })

function tabOf(storage: Storage = memoryStorage(), now = MORNING) {
  const drafts = createCheckDrafts(storage, FLEET)
  settleDraft(drafts, { ...opening, now })
  const draft = () => drafts.store.getState().draft
  const write = (note: string) => changeDraft(drafts, now, (was) => withNote(was, note, now))
  return { drafts, draft, write, storage }
}

describe('a check that is opened', () => {
  it.each([
    { name: 'looks back to the newest sign-off', signed: signOffs, from: EVENING },
    { name: 'looks back a day where there is none', signed: [], from: MORNING - days(1) },
    {
      name: 'looks back no longer than verdicts are kept',
      signed: [signOffOf({ at: MORNING - days(40) })],
      from: MORNING - days(28),
    },
  ])('$name', ({ signed, from }) => {
    const drafts = createCheckDrafts(memoryStorage(), FLEET)
    settleDraft(drafts, { ...opening, signOffs: signed })
    expect(drafts.store.getState().draft).toMatchObject({ from, startedAt: MORNING, begunAt: null })
  })

  it('holds what it looks back to while somebody else signs, begun or not', () => {
    for (const begin of [false, true]) {
      const { drafts, draft, write } = tabOf()
      if (begin) write('half')
      const held = draft()
      settleDraft(drafts, { ...opening, signOffs: [other, ...signOffs], now: MORNING + minutes(9) })
      expect(draft()).toBe(held)
      expect(held?.from).toBe(EVENING)
    }
  })

  it('is let go of by an own sign-off, of whichever tab, and looks back to the newest', () => {
    const { drafts, draft, write, storage } = tabOf()
    write('half')
    settleDraft(drafts, { ...opening, signOffs: [own, other, ...signOffs], now: MORNING + minutes(9) })
    expect(draft()).toMatchObject({ from: own.at, note: '', seenLast: 'anna-2' })
    expect(tabOf(storage, MORNING + minutes(9)).draft()?.note).toBe('')
  })

  it('knows its own sign-off whatever the log calls who made it, and does so once', () => {
    const { drafts, draft } = tabOf()
    drafts.signed.add('odd')
    const odd = signOffOf({ id: 'odd', by: 'Anna (am)', at: MORNING + 1 })
    settleDraft(drafts, { ...opening, signOffs: [odd, ...signOffs], now: MORNING + 2 })
    const next = draft()
    expect(next?.from).toBe(odd.at)
    settleDraft(drafts, { ...opening, signOffs: [other, odd, ...signOffs], now: MORNING + minutes(9) })
    expect(draft()).toBe(next)
  })

  it('is not ended by an own sign-off of before, heard of late, nor by nobody’s name', () => {
    const { drafts, draft, write } = tabOf()
    write('half')
    const early = signOffOf({ id: 'anna-0', at: MORNING - minutes(5) })
    settleDraft(drafts, { ...opening, signOffs: [early, ...signOffs] })
    settleDraft(drafts, { ...opening, name: '', signOffs: [signOffOf({ id: 'x', by: '', at: own.at })] })
    expect(draft()?.note).toBe('half')
  })
})

describe('a draft', () => {
  it('outlives the page once it was begun, and is resumed', () => {
    const { write, storage, drafts } = tabOf()
    expect(storage.read('morning-check/check')).toBeNull()
    write('half')
    expect(drafts.store.getState().outlives).toBe(true)
    expect(tabOf(storage, MORNING + minutes(30)).draft()).toMatchObject({
      note: 'half',
      begunAt: MORNING,
      from: EVENING,
    })
  })

  it('is one in two tabs', () => {
    const one = tabOf()
    const two = tabOf(one.storage)
    one.write('from one')
    rereadDraft(two.drafts, MORNING)
    expect(two.draft()?.note).toBe('from one')
    const seen = two.draft()
    rereadDraft(two.drafts, MORNING)
    expect(two.draft()).toBe(seen)
    // Unheard of by the first, the second goes on: nothing is lost.
    two.write('and two')
    one.write(`${one.draft()?.note ?? ''}!`)
    expect(one.draft()?.note).toBe('from one!')
    letGoOfDraft(one.drafts)
    rereadDraft(two.drafts, MORNING)
    expect(two.draft()).toBeNull()
  })

  it('that nobody has begun is of its tab alone, and ends with the visit', () => {
    const { drafts, draft } = tabOf()
    rereadDraft(drafts, MORNING)
    expect(draft()).not.toBeNull()
    leaveCheck(drafts)
    expect(draft()).toBeNull()
    settleDraft(drafts, { ...opening, now: MORNING + 5 })
    expect(draft()?.startedAt).toBe(MORNING + 5)
  })

  it('is kept over a visit to another screen once it was begun', () => {
    const { drafts, draft, write } = tabOf()
    write('half')
    leaveCheck(drafts)
    expect(draft()?.note).toBe('half')
  })

  it('says where the browser does not keep it', () => {
    const blocked = { ...memoryStorage(), write: () => {} }
    const { drafts, draft, write } = tabOf(blocked)
    write('half')
    expect([draft()?.note, drafts.store.getState().outlives]).toEqual(['half', false])
  })

  it.each([['{"from":'], ['null'], ['{"from":"now","marks":[]}']])(
    'is opened anew where %s is stored',
    (text) => {
      const storage = memoryStorage()
      storage.write('morning-check/check', JSON.stringify([FLEET]))
      storage.write(`morning-check/check/${FLEET}`, text)
      expect(tabOf(storage).draft()).toMatchObject({ from: EVENING, begunAt: null })
    },
  )

  it('is one a fleet', () => {
    const storage = memoryStorage()
    expect(checkDraftsOf(storage, FLEET)).toBe(checkDraftsOf(storage, FLEET))
    expect(checkDraftsOf(storage, FLEET)).not.toBe(checkDraftsOf(storage, `${FLEET}?b`))
  })
})
