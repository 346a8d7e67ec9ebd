import { type DurationMs, seconds } from '#src/domain/time/units.ts'

/** `auto`: as this browser shows the other screens. */
export const WALL_THEMES = ['auto', 'light', 'dark', 'contrast'] as const
/** `quiet`: sounds at a third of their loudness. */
export const WALL_SOUNDS = ['on', 'quiet', 'off'] as const
/** What the strip may hold, in the order in which it is drawn. */
export const STRIP_PARTS = ['clock', 'age', 'breach', 'p1', 'duty', 'health'] as const

export type WallTheme = (typeof WALL_THEMES)[number]
export type WallSound = (typeof WALL_SOUNDS)[number]
export type StripPart = (typeof STRIP_PARTS)[number]

/** A label that a service has to have. */
export type WallLabel = { readonly name: string; readonly value: string }

/** How a wall looks and what it shows: all of it lies in its address. */
export type WallOptions = {
  readonly theme: WallTheme
  /** How many tiles stand side by side; null: as many as are read best. */
  readonly columns: number | null
  /** Only services of one of these teams, of one of these tiers; none: of all. */
  readonly teams: readonly string[]
  readonly tiers: readonly number[]
  /** Only services that have, of each name, one of the values. */
  readonly labels: readonly WallLabel[]
  /** Null: as whoever uses this browser prefers. */
  readonly sound: WallSound | null
  /** After how long the next page comes, where one page does not hold all; 0: by hand. */
  readonly rotate: DurationMs
  /** How much larger than fits best everything has to be at least: 1 is 100 %. */
  readonly zoom: number
  /** The screen's diagonal; null: a TV's, or a phone's where it is that narrow. */
  readonly inch: number | null
  readonly parts: readonly StripPart[]
}

/** A part of the address that is not understood, and what would be. */
export type WallRefusal = {
  readonly param: string
  readonly value: string
  readonly wanted:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'one-of'; readonly of: readonly string[] }
    | { readonly kind: 'between'; readonly least: number; readonly most: number }
    | { readonly kind: 'label' }
}

export const DEFAULT_WALL: WallOptions = {
  theme: 'auto',
  columns: null,
  teams: [],
  tiers: [],
  labels: [],
  sound: null,
  rotate: seconds(20),
  zoom: 1,
  inch: null,
  parts: STRIP_PARTS,
}

/** What the address of every screen may carry. */
const NOT_OF_THE_WALL: ReadonlySet<string> = new Set(['fleet'])
/** As much of a value as is worth repeating to whoever typed it. */
const TOLD_LENGTH = 40
/** More values of one filter than this are no filter. */
const MOST_VALUES = 50

type Draft = { -readonly [K in keyof WallOptions]: WallOptions[K] }
type Wanted = WallRefusal['wanted']
/** Takes one value into the draft, or says what was wanted. */
type Take = (text: string, draft: Draft) => Wanted | null

const oneOf =
  <T extends string>(choices: readonly T[], set: (draft: Draft, choice: T) => void): Take =>
  (text, draft) => {
    const choice = choices.find((each) => each === text)
    if (choice === undefined) return { kind: 'one-of', of: choices }
    set(draft, choice)
    return null
  }

const between =
  (least: number, most: number, set: (draft: Draft, value: number) => void): Take =>
  (text, draft) => {
    const value = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN
    if (!(value >= least && value <= most)) return { kind: 'between', least, most }
    set(draft, value)
    return null
  }

const whole = (least: number, most: number, set: (draft: Draft, value: number) => void): Take => {
  const take = between(least, most, set)
  return (text, draft) => (text.includes('.') ? { kind: 'between', least, most } : take(text, draft))
}

const added = <T>(list: readonly T[], one: T): readonly T[] =>
  list.length < MOST_VALUES ? [...list, one] : list

const takeLabel: Take = (text, draft) => {
  const [, name, value] = /^([^:]+):(.+)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) return { kind: 'label' }
  draft.labels = added(draft.labels, { name, value })
  return null
}

const SINGLE: Readonly<Record<string, Take>> = {
  theme: oneOf(WALL_THEMES, (draft, theme) => (draft.theme = theme)),
  sound: oneOf(WALL_SOUNDS, (draft, sound) => (draft.sound = sound)),
  columns: whole(1, 40, (draft, columns) => (draft.columns = columns)),
  rotate: between(0, 3600, (draft, rotate) => (draft.rotate = rotate > 0 ? seconds(rotate) : 0)),
  zoom: between(50, 300, (draft, percent) => (draft.zoom = percent / 100)),
  inch: between(4, 200, (draft, inch) => (draft.inch = inch)),
}

/** These take several values, between commas or one after the other. */
const LISTS: Readonly<Record<string, Take>> = {
  team: (team, draft) => {
    draft.teams = added(draft.teams, team)
    return null
  },
  tier: whole(0, 99, (draft, tier) => (draft.tiers = added(draft.tiers, tier))),
  label: takeLabel,
  strip: oneOf([...STRIP_PARTS, 'none'], (draft, part) => {
    if (part !== 'none') draft.parts = added(draft.parts, part)
  }),
}

const items = (text: string): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

const told = (value: string): string =>
  value.length <= TOLD_LENGTH ? value : `${value.slice(0, TOLD_LENGTH - 1)}…`

/** In the strip's own order, each once. */
const inOrder = (parts: readonly StripPart[]): readonly StripPart[] =>
  STRIP_PARTS.filter((part) => parts.includes(part))

/**
 * Reads the parameters of a wall's address, which anybody may have written. What is not understood is refused one by
 * one and leaves its option as it is by default; of an option that stands there twice the last word holds.
 */
export function parseWall(params: Iterable<readonly [string, string]>): {
  readonly options: WallOptions
  readonly refused: readonly WallRefusal[]
} {
  const given = [...params].filter(([param]) => !NOT_OF_THE_WALL.has(param))
  const hasStrip = given.some(([param]) => param === 'strip')
  const draft: Draft = { ...DEFAULT_WALL, parts: hasStrip ? [] : STRIP_PARTS }
  const refused: WallRefusal[] = []
  for (const [param, text] of given) {
    const list = Object.hasOwn(LISTS, param)
    const take = list ? LISTS[param] : Object.hasOwn(SINGLE, param) ? SINGLE[param] : undefined
    for (const value of list ? items(text) : [text.trim()]) {
      const wanted: Wanted | null = take === undefined ? { kind: 'nothing' } : take(value, draft)
      if (wanted !== null) refused.push({ param: told(param), value: told(value), wanted })
    }
  }
  // A strip of which nothing was understood is no wish for none.
  const wishes = hasStrip && (draft.parts.length > 0 || !refused.some(({ param }) => param === 'strip'))
  return { options: { ...draft, parts: wishes ? inOrder(draft.parts) : STRIP_PARTS }, refused }
}

const printParts = ({ parts }: WallOptions): string =>
  parts.length === STRIP_PARTS.length ? '' : parts.join(',') || 'none'

const unless = (isDefault: boolean, value: string): string => (isDefault ? '' : value)

/** Writes what `parseWall` reads. What is as by default is left out. */
export function printWall(options: WallOptions): readonly (readonly [param: string, value: string])[] {
  const { theme, columns, teams, tiers, labels, sound, rotate, zoom, inch } = options
  const pairs: readonly (readonly [string, string])[] = [
    ['theme', unless(theme === DEFAULT_WALL.theme, theme)],
    ['columns', columns === null ? '' : `${columns}`],
    ['team', teams.join(',')],
    ['tier', tiers.join(',')],
    ['label', labels.map(({ name, value }) => `${name}:${value}`).join(',')],
    ['sound', sound ?? ''],
    ['rotate', unless(rotate === DEFAULT_WALL.rotate, `${rotate / 1000}`)],
    ['zoom', unless(zoom === DEFAULT_WALL.zoom, `${Number((zoom * 100).toFixed(3))}`)],
    ['inch', inch === null ? '' : `${inch}`],
    ['strip', printParts(options)],
  ]
  return pairs.filter(([, value]) => value !== '')
}
