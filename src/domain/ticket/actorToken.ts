import { textHash } from './textHash.ts'
import { AUTOMATIC } from './ticketEvent.ts'

/** Letters that Unicode does not take apart into one of ASCII and a mark. */
const SPELT: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
  þ: 'th',
  Þ: 'Th',
}

const TOKEN = /^[\w-]+$/
const LONGEST = 40
const HASH_DIGITS = 6

const spell = (letter: string): string => SPELT[letter] ?? letter

const withoutMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]/gu, spell)

/** What cannot be spelt in ASCII would make one of two names: the hash of the whole keeps them apart. */
function shorten(name: string): string {
  const plain = withoutMarks(name)
  const token = plain.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '')
  const isLossy =
    /[^\w-]/.test(plain.replaceAll(/[\p{P}\p{Z}]/gu, '')) || token.length > LONGEST || token === ''
  if (!isLossy) return token
  return [token.slice(0, LONGEST - HASH_DIGITS - 1), textHash(name, HASH_DIGITS)].filter(Boolean).join('-')
}

/**
 * A person's name as the actor of events: letters, digits, `_` and `-`, at most 40 of them, and still to be read
 * (`Anna Müller` → `Anna-Muller`). A token is its own token. Never that of what is automatic; null for no name.
 */
export function actorToken(name: string): string | null {
  const said = name.trim().normalize('NFC')
  if (said === '') return null
  if (said === AUTOMATIC) return `${AUTOMATIC}_`
  const token = TOKEN.test(said) && said.length <= LONGEST ? said : shorten(said)
  return token === AUTOMATIC ? `${AUTOMATIC}_` : token
}
