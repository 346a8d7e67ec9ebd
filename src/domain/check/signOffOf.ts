import type { CheckDraft } from './checkDraft.ts'
import type { MorningCheck } from './morningCheck.ts'
import type { SignOffDraft } from './signOff.ts'

/** What a check is signed with: the fleet's verdict of now, and every mark, also of matters that are gone since. */
export const signOffOf = (
  { from, light, counts }: Pick<MorningCheck, 'from' | 'light' | 'counts'>,
  { marks, note }: Pick<CheckDraft, 'marks' | 'note'>,
): SignOffDraft => ({ from, light, counts, marks, note: note.trim() })
