/** The key that begins a chord: `g d` goes to the digest. */
export const CHORD_KEY = 'g'

/** Where chords lead: the second key, and the path behind `#`. */
export const PLACES = [
  { name: 'digest', key: 'd', path: '/' },
  { name: 'board', key: 'b', path: '/board' },
  { name: 'check', key: 'c', path: '/check' },
  { name: 'wall', key: 'w', path: '/wall' },
  { name: 'reach', key: 'r', path: '/reach' },
  { name: 'rules', key: 'u', path: '/rules' },
  { name: 'figures', key: 'f', path: '/board/figures' },
  { name: 'preferences', key: 'p', path: '/preferences' },
] as const

export type PlaceName = (typeof PLACES)[number]['name']

/** Keys that mean the same on every screen, so that none may give them another meaning. */
export const GLOBAL_KEYS: readonly string[] = [CHORD_KEY, '/', '?']

/** The screens whose list is filtered by the parameter `find`. */
export const FILTERED: readonly string[] = ['/', '/board', '/reach']
