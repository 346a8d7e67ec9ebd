import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runCommand } from './runCommand.ts'
import { stopOnSignal } from './stopOnSignal.ts'

const root = new URL('../../', import.meta.url)
const about: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'))
const version = typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : ''

const outcome = await runCommand(process.argv.slice(2), {
  program: 'npm run gateway --',
  version,
  // npm runs scripts in the project's folder; names on its command line count from where it was called.
  cwd: process.env['INIT_CWD'] ?? process.cwd(),
  distDir: fileURLToPath(new URL('dist', root)),
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
  environment: process.env,
})
stopOnSignal(outcome)
