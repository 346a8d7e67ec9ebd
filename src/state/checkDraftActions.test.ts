import { describe, expect, it } from 'vitest'
import { withMark } from '#src/domain/check/checkDraft.ts'
import { composeCheck } from '#src/domain/check/composeCheck.ts'
import type { CheckMark, SignOff, SignOffDraft } from '#src/domain/check/signOff.ts'
import { inputOf, rowOf } from '#src/domain/check/testing/sampleInput.ts'
import { logOf, markOn, signOffOf } from '#src/domain/check/testing/sampleLog.ts'
import { MORNING } from '#src/domain/check/testing/sampleNight.ts'
import { type DurationMs, minutes, seconds } from '#src/domain/time/units.ts'
import { checkDraftActions } from './checkDraftActions.ts'
import { changeDraft, createCheckDrafts, rereadDraft, settleDraft } from './checkDraftStore.ts'
import type { Storage } from './storage.ts'
import { memoryStorage } from './testing/testScreen.ts'

const CHECK = composeCheck(inputOf([rowOf('auth', 'red'), rowOf('cart', 'red')]))
const { signOffs } = logOf()

/** A tab whose sign-offs are answered when it says so, by a log whose clock is `skew` ahead. */
function tabOf(storage: Storage, name = 'Anna Müller', skew: DurationMs = 0) {
  let now = MORNING
  const drafts = createCheckDrafts(storage, 'fleet')
  const log: SignOff[] = [...signOffs]
  const answers: (() => void)[] = []
  const signOff = (check: SignOffDraft) =>
    new Promise<{ readonly ok: true; readonly value: string }>((resolve) => {
      const at = now + skew
      log.unshift(signOffOf({ ...check, id: 'mine', at }))
      answers.push(() => resolve({ ok: true, value: 'mine' }))
    })
  const ticker = { now: () => now }
  const deeds = { signOff, endWatch: () => Promise.resolve(null) }
  const actions = checkDraftActions({ drafts, ticker, deeds, check: () => CHECK })
  const settle = (told: readonly SignOff[]) => settleDraft(drafts, { signOffs: told, name, now })
  settle(signOffs)
  return {
    actions,
    settle,
    log,
    answer: () => answers.forEach((give) => give()),
    wait: (by: DurationMs) => {
      now += by
    },
    reread: () => rereadDraft(drafts, now),
    draft: () => drafts.store.getState().draft,
    mark: (service: string, own: Partial<CheckMark> = {}) =>
      changeDraft(drafts, now, (draft) =>
        withMark(draft, CHECK, markOn(service, 'red', { at: now, ...own }), now),
      ),
    items: () => drafts.store.getState().draft?.marks.map(({ item }) => item),
  }
}

describe('a mark that is made while the sign-off is on its way', () => {
  it.each([0, minutes(5), minutes(-5)])(
    'begins the next check, with the clocks %i ms apart',
    async (skew) => {
      const tab = tabOf(memoryStorage(), 'Anna Müller', skew)
      tab.mark('auth')
      tab.wait(minutes(1))
      const signed = tab.actions.signOff('Anna Müller')
      tab.wait(seconds(1))
      tab.mark('cart')
      tab.answer()
      await signed
      // The log is heard before and after it tells of the sign-off.
      tab.settle(signOffs)
      expect(tab.items()).toEqual(['s/cart'])
      tab.settle(tab.log)
      expect(tab.items()).toEqual(['s/cart'])
      expect(tab.draft()).toMatchObject({ from: tab.log[0]?.at, seenLast: 'mine', note: '' })
    },
  )

  it('is kept where the log is told before the answer', async () => {
    const tab = tabOf(memoryStorage())
    tab.mark('auth')
    const signed = tab.actions.signOff('Anna Müller')
    tab.wait(seconds(1))
    tab.mark('auth', { deed: 'ticket', ticket: 'T-1' })
    tab.settle(tab.log)
    tab.answer()
    await signed
    tab.settle(tab.log)
    expect(tab.draft()?.marks.map(({ ticket }) => ticket)).toEqual(['T-1'])
  })

  it('is kept in another tab, and by it', async () => {
    const storage = memoryStorage()
    const [one, two] = [tabOf(storage), tabOf(storage)]
    one.mark('auth')
    two.reread()
    const signed = one.actions.signOff('Anna Müller')
    two.wait(seconds(1))
    two.mark('cart')
    one.answer()
    await signed
    one.settle(one.log)
    expect(one.items()).toEqual(['s/cart'])
    // The second hears of the log before it hears of the first.
    two.settle(one.log)
    expect(two.items()).toEqual(['s/cart'])
    one.reread()
    expect(one.items()).toEqual(['s/cart'])
  })

  it('leaves nothing where nothing was marked', async () => {
    const tab = tabOf(memoryStorage())
    tab.mark('auth')
    const signed = tab.actions.signOff('Anna Müller')
    tab.answer()
    await signed
    expect(tab.draft()).toBeNull()
    tab.settle(tab.log)
    expect(tab.draft()).toMatchObject({ marks: [], begunAt: null })
  })
})
