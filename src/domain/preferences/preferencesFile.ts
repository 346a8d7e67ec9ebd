import { parseJson } from '#src/domain/json/parseJson.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import { CHOICES, DEFAULT_PREFERENCES, type Preferences, readPreferences } from './preferences.ts'

/** What marks a file as one of preferences. */
const KIND = 'morning-check/preferences'
const VERSION = 1
/** As the log of tickets takes the name of who acts. */
export const LONGEST_NAME = 120
/** As much of a value as is worth repeating to whoever chose the file. */
const TOLD_LENGTH = 40

/** Why a file is not taken at all. Lines and columns count from 1. */
export type PreferencesFileFault =
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number; readonly endsEarly: boolean }
  | { readonly kind: 'other' }
  | { readonly kind: 'newer' }

/** One preference of a file that is not understood, and what would be. Its value is text of anybody. */
export type RefusedPreference = {
  readonly name: string
  readonly value: string
  readonly wanted: readonly string[] | 'yes-or-no' | 'name' | 'nothing'
}

/** How the preferences are once a file is taken, and what of it is not understood. */
export type PreferencesRead = {
  readonly next: Preferences
  readonly refused: readonly RefusedPreference[]
}

/** All preferences as a file that `parsePreferencesFile` reads: JSON, to be read and changed by hand as well. */
export const printPreferencesFile = (preferences: Preferences): string =>
  `${JSON.stringify({ kind: KIND, version: VERSION, preferences }, null, 2)}\n`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cut = (text: string): string =>
  text.length <= TOLD_LENGTH ? text : `${text.slice(0, TOLD_LENGTH - 1)}…`

/** What is unseen or turns the line around. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const EACH_UNSEEN = new RegExp(UNSEEN, 'gu')

/** A text of anybody, cut, with what is unseen in it made visible: `\u202e`. */
const told = (text: string): string =>
  cut(
    text.replaceAll(EACH_UNSEEN, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`),
  )

/** Whether somebody may be called so: a name stands in sentences beside others. Empty: nobody yet. */
export const isName = (name: string): boolean => name.length <= LONGEST_NAME && !UNSEEN.test(name)

type Wanted = RefusedPreference['wanted']

function wantedOf(name: string, value: unknown): Wanted | null {
  if (!Object.hasOwn(DEFAULT_PREFERENCES, name)) return 'nothing'
  const choices = Object.entries(CHOICES).find(([choice]) => choice === name)?.[1]
  if (choices !== undefined) return choices.some((choice) => choice === value) ? null : choices
  if (name === 'name') return typeof value === 'string' && isName(value) ? null : 'name'
  return typeof value === 'boolean' ? null : 'yes-or-no'
}

/**
 * Reads a file that anybody may have written. What of it is not understood is refused one by one; that, and what it does
 * not name, stays as it is in `before`. Fails where it is no JSON, not of preferences, or of a newer build.
 */
export function parsePreferencesFile(
  text: string,
  before: Preferences,
): Result<PreferencesRead, PreferencesFileFault> {
  const json = parseJson(text)
  if (!json.ok) {
    const { line, column, endsEarly } = json.error
    return err({ kind: 'not-json', line, column, endsEarly })
  }
  if (!isObject(json.value) || json.value['kind'] !== KIND) return err({ kind: 'other' })
  const { version, preferences } = json.value
  if (version !== VERSION) return err({ kind: typeof version === 'number' ? 'newer' : 'other' })
  if (!isObject(preferences)) return err({ kind: 'other' })
  const taken = new Map<string, unknown>(Object.entries(before))
  const refused: RefusedPreference[] = []
  for (const [name, value] of Object.entries(preferences)) {
    const wanted = wantedOf(name, value)
    if (wanted === null) taken.set(name, value)
    else refused.push({ name: told(name), value: told(JSON.stringify(value)), wanted })
  }
  return ok({ next: readPreferences(Object.fromEntries(taken)), refused })
}

const NAMES: readonly (keyof Preferences)[] = [
  'theme',
  'density',
  'zone',
  'sound',
  'notices',
  'start',
  'name',
  'singleKeys',
]

/** The preferences that two differ in, in the order of the screen. */
export const changedPreferences = (before: Preferences, after: Preferences): readonly (keyof Preferences)[] =>
  NAMES.filter((name) => before[name] !== after[name])
