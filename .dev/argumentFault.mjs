import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { takeScenario } from './takeScenario.mjs'

/** The options of the gateway's command line, which reads this same table; --scenario is of npm start alone. */
const OPTIONS = JSON.parse(readFileSync(new URL('../src/gateway/options.json', import.meta.url), 'utf8'))

const NAMES = [...OPTIONS.map(({ name }) => name), 'scenario'].map((name) => `--${name}`)

const VALUE_FAULTS = {
  port: (value) => (/^\d{1,5}$/.test(value) ? null : `--port ${value} is no port.`),
  fleet: (value, cwd) =>
    /^https?:/i.test(value) || existsSync(resolve(cwd, value))
      ? null
      : `There is no fleet file at ${resolve(cwd, value)}.`,
}

/**
 * The first fault of a command line that shows without any package installed, in a sentence, or null.
 * On a fresh clone nobody should wait for an installation to read of a slip of the pen;
 * src/gateway/readArguments.ts, which needs the packages, says all of it.
 */
export function argumentFault(args, cwd) {
  const { name, rest } = takeScenario(args)
  return name === '' ? '--scenario needs a value: --scenario NAME.' : gatewayFault(rest, cwd)
}

function gatewayFault(rest, cwd) {
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word === '-h' ? '--help' : word) ?? []
    const option = OPTIONS.find((candidate) => candidate.name === name)
    if (option === undefined) return `Unknown option ${word}. The options are ${NAMES.join(', ')}.`
    if (option.value === null) continue
    const value = inline ?? rest.shift()
    if (!value || value.startsWith('--')) return `--${name} needs a value: --${name} ${option.value}.`
    const fault = VALUE_FAULTS[name]?.(value, cwd) ?? null
    if (fault !== null) return fault
  }
  return null
}
