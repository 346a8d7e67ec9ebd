import {
  parsePreferencesFile,
  type PreferencesFileFault,
  type PreferencesRead,
  type RefusedPreference,
} from '#src/domain/preferences/preferencesFile.ts'
import { DEFAULT_PREFERENCES, type Preferences } from '#src/domain/preferences/preferences.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { kibibytes } from '#src/domain/time/units.ts'
import { englishPreferences } from '#src/domain/wording/englishPreferences.ts'
import { formatBytes } from '#src/domain/wording/formatBytes.ts'

const { file: words, options, names, yesNo, noName } = englishPreferences

/** What somebody may take over: nothing is changed before they say so. */
export type Offer = {
  /** Where it comes from; the name of a file is text of anybody. */
  readonly source: string
  /** How the preferences would be after these. */
  readonly read: (before: Preferences) => PreferencesRead
}

/** All of them have less than one; a larger file is chosen by mistake. */
const CAP = kibibytes(64)

/** All as before anything was chosen. A name is nobody's choice of looks: it stays. */
export const FIRST_OFFER: Offer = {
  source: words.firstSource,
  read: ({ name }) => ({ next: { ...DEFAULT_PREFERENCES, name }, refused: [] }),
}

function faultWords(fault: PreferencesFileFault): string {
  if (fault.kind !== 'not-json') return words[fault.kind]
  return (fault.endsEarly ? words.endsEarly : words.notJson)(fault.line, fault.column)
}

/** What a chosen file offers, or why it offers nothing, in words. */
export async function offerOf(file: File): Promise<Result<Offer, string>> {
  if (file.size > CAP) return err(words.tooLarge(formatBytes(file.size), formatBytes(CAP)))
  const text = await file.text().catch(() => null)
  if (text === null) return err(words.unreadable)
  const read = parsePreferencesFile(text, DEFAULT_PREFERENCES)
  if (!read.ok) return err(faultWords(read.error))
  return ok({
    source: file.name,
    read: (before) => {
      const again = parsePreferencesFile(text, before)
      return again.ok ? again.value : { next: before, refused: [] }
    },
  })
}

/** How one preference stands, in the words of the screen. */
export function standsAs(name: keyof Preferences, preferences: Preferences): string {
  switch (name) {
    case 'theme':
      return options.theme[preferences.theme].title
    case 'density':
      return options.density[preferences.density].title
    case 'zone':
      return options.zone[preferences.zone].title
    case 'sound':
      return options.sound[preferences.sound].title
    case 'start':
      return options.start[preferences.start].title
    case 'notices':
    case 'singleKeys':
      return yesNo(preferences[name])
    case 'name':
      return preferences.name === '' ? noName : preferences.name
  }
}

/** The preference as the screen calls it. */
export const calledAs = (name: keyof Preferences): string => names[name]

/** What of a file is not understood, and what would be. */
export function refusedWords({ name, value, wanted }: RefusedPreference): string {
  const what = typeof wanted === 'string' ? words.wanted[wanted] : words.wanted.choices(wanted.join(', '))
  return words.refusedLine(name, value, what)
}
