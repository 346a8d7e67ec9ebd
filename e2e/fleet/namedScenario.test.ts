import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { namedScenario, scenarioList } from './namedScenario.ts'
import { SCENARIOS } from './scenarios.ts'
import { STORIES } from './story/stories.ts'

const START = fileURLToPath(new URL('../../.dev/start.mjs', import.meta.url))

/** Runs the very command, as far as it comes without a scenario. */
async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [START, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [printed, complained] = ['', '']
  child.stdout.on('data', (chunk) => (printed += String(chunk)))
  child.stderr.on('data', (chunk) => (complained += String(chunk)))
  const [code] = await once(child, 'close')
  return { code, printed, complained }
}

describe('namedScenario', () => {
  it('knows every story and every state of the sample shop, a line each', () => {
    const names = [...Object.keys(STORIES), ...Object.keys(SCENARIOS)]
    expect(scenarioList().split('\n')).toEqual(
      names.map((name) => expect.stringMatching(`^  ${name} +[A-Z0-9].+\\.$`)),
    )
    for (const name of names) expect(namedScenario(name)).toMatchObject({ ok: true })
  })

  it.each([
    ['nosuch', 'There is no scenario "nosuch". There are:'],
    ['six-day-om', 'There is no scenario "six-day-om". Did you mean six-day-oom? There are:'],
    ['toString', 'There is no scenario "toString". There are:'],
  ])('explains %s', (name, sentence) => {
    expect(namedScenario(name)).toEqual({ ok: false, error: `${sentence}\n${scenarioList()}` })
  })
})

describe('npm start', { timeout: 30_000 }, () => {
  it.each([
    [['--scenario', 'nosuch'], 'There is no scenario "nosuch". There are:'],
    [['--scenario'], '--scenario needs a value: --scenario NAME. There are:'],
    [['--scenario=morning', '--fleet', 'x.json'], '--scenario plays a fleet of its own: leave --fleet out.'],
  ])('ends with one sentence for %j', async (args, sentence) => {
    const { code, complained } = await start(...args)
    expect(complained.split('\n')[0]).toBe(sentence)
    expect(code).toBe(1)
  })

  it('names the option where it is asked for help', async () => {
    const { code, printed } = await start('--help')
    expect(printed).toContain('--scenario NAME')
    expect(code).toBe(0)
  })
})
