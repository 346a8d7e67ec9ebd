import { nearest } from '#src/domain/fleet/nearest.ts'
import { err, ok, type Result } from '#src/domain/result.ts'
import OPTIONS from './options.json' with { type: 'json' }

const NAMES = OPTIONS.map((option) => option.name)

function unknownOption(word: string): string {
  const bare = word.replace(/^-+/, '')
  const meant = nearest(bare, NAMES)
  if (meant !== null) return `Unknown option ${word}. Did you mean --${meant}?`
  const isFleet = /\.json$|^https?:/.test(word)
  if (isFleet) return `${word} stands alone. Did you mean --fleet ${word}?`
  return `Unknown option ${word}. The options are ${NAMES.map((name) => `--${name}`).join(', ')}.`
}

/** Values by option name; an option without a value has an empty one. */
export type GivenOptions = ReadonlyMap<string, string>

/** Takes a command line apart by the options of options.json; a failure is one sentence. The last of two counts. */
export function collectOptions(args: readonly string[]): Result<GivenOptions, string> {
  const given = new Map<string, string>()
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word === '-h' ? '--help' : word) ?? []
    const option = OPTIONS.find((candidate) => candidate.name === name)
    if (option === undefined) return err(unknownOption(word))
    if (option.value === null) {
      if (inline !== undefined) return err(`--${name} takes no value.`)
      given.set(name, '')
      continue
    }
    const value = inline ?? rest.shift()
    if (value === undefined || value === '' || value.startsWith('--')) {
      return err(`--${name} needs a value: --${name} ${option.value}.`)
    }
    given.set(name, value)
  }
  return ok(given)
}
