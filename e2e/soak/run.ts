import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import buildDashboard from '#e2e/support/buildDashboard.ts'
import { days, minutes, seconds } from '#src/domain/time/units.ts'
import { soak } from './soak.ts'
import { soakSummary, soakTable } from './soakTable.ts'

/*
 * npm run soak -- [--minutes 25 | --days 30] [--health 60s] [--metrics 120s] [--version 10m] [--young] [--leak] [--as-built]
 * By hand, for as long as one likes; the short form is e2e/specs/soak.spec.ts. The rarer the polls, the more of the wall's
 * clock passes with them. `--days`: until so many have passed by that clock. `--young`: the wall is not made four weeks old first; `--as-built`: what is in dist is taken as it is.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '25' },
    days: { type: 'string' },
    health: { type: 'string', default: '60s' },
    metrics: { type: 'string', default: '120s' },
    version: { type: 'string', default: '10m' },
    young: { type: 'boolean', default: false },
    leak: { type: 'boolean', default: false },
    'as-built': { type: 'boolean', default: false },
  },
})

const print = (text: string): void => void process.stdout.write(`${text}\n`)

const FILE = new URL('../../.cache/soak.json', import.meta.url)
const TOLD_EVERY = 8

if (!values['as-built']) buildDashboard()
let heard = 0
const report = await soak({
  warmUp: seconds(20),
  lasts:
    values.days === undefined
      ? { by: 'world', span: minutes(Number(values.minutes)) }
      : { by: 'wall', span: days(Number(values.days)) },
  intervals: { health: values.health, metrics: values.metrics, version: values.version },
  ages: !values.young,
  leaks: values.leak,
  heard: ({ at, reading }, polls) => {
    heard += 1
    if (heard % TOLD_EVERY !== 0) return
    print(
      `${(performance.now() / 1000).toFixed(0)} s  ${new Date(at).toISOString()}  ${polls} polls  ${JSON.stringify(reading)}`,
    )
  },
})
print(`\n${soakSummary(report)}\n\n${soakTable(report.verdicts)}`)
await mkdir(new URL('./', FILE), { recursive: true })
await writeFile(
  FILE,
  `${JSON.stringify({ at: new Date().toISOString(), plan: values, ...report }, null, 2)}\n`,
)
const isWell = report.verdicts.every(({ isFlat }) => isFlat) && report.old === 0 && report.loads === 1
process.exitCode = isWell ? 0 : 1
