const choices = {
  /** `auto`: as the system; `contrast`: black on white or white on black, whichever of the two the system is. */
  theme: ['auto', 'light', 'dark', 'contrast'],
  density: ['comfortable', 'compact'],
  /** In which zone moments are told: that of the browser, that of the fleet's mornings, or UTC. */
  zone: ['mine', 'fleet', 'utc'],
  /** `quiet`: at a third of the loudness. */
  sound: ['on', 'quiet', 'off'],
  /** The screen that opens where the address names none. */
  start: ['digest', 'board', 'check', 'wall'],
} as const

type Choices = { readonly [K in keyof typeof choices]: (typeof choices)[K][number] }

export type ChoiceName = keyof Choices
export type Chosen<K extends ChoiceName> = Choices[K]
export type Theme = Chosen<'theme'>

/** What somebody may choose among; the first of each holds until they do. */
export const CHOICES: { readonly [K in ChoiceName]: readonly Chosen<K>[] } = choices

/** What this person chose on this browser. */
export type Preferences = Choices & {
  /** Whether a new red is told on the desktop, where the browser allows it. */
  readonly notices: boolean
  /** WCAG 2.2, 2.1.4: keys without a modifier can be switched off. */
  readonly singleKeys: boolean
  /** How this person signs what they do to tickets; empty until they were asked. */
  readonly name: string
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'auto',
  density: 'comfortable',
  zone: 'mine',
  sound: 'on',
  start: 'digest',
  notices: true,
  singleKeys: true,
  name: '',
}

/** Preferences out of what a browser stored; whatever is missing or not understood is the default. */
export function readPreferences(stored: unknown): Preferences {
  const given: ReadonlyMap<string, unknown> = new Map(
    typeof stored === 'object' && stored !== null ? Object.entries(stored) : [],
  )
  const chosen = <K extends ChoiceName>(name: K): Chosen<K> => {
    const value = given.get(name)
    return CHOICES[name].find((choice) => choice === value) ?? DEFAULT_PREFERENCES[name]
  }
  const name = given.get('name')
  return {
    theme: chosen('theme'),
    density: chosen('density'),
    zone: chosen('zone'),
    sound: chosen('sound'),
    start: chosen('start'),
    notices: given.get('notices') !== false,
    singleKeys: given.get('singleKeys') !== false,
    name: typeof name === 'string' ? name : '',
  }
}
