import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGateway } from '#src/gateway/startGateway.ts'
import type { NightClock } from './nightClock.ts'

/** The built dashboard, served so that its pages and their worker go by the clock of a night. */
export type NightDashboard = { readonly url: string; readonly close: () => Promise<void> }

const CLOCK = 'nightClock.js'

/** Before all other scripts of the page, and before all that the worker imports. */
function setBefore(distDir: string, script: string): void {
  const [index, assets] = [join(distDir, 'index.html'), join(distDir, 'assets')]
  writeFileSync(join(assets, CLOCK), script)
  const page = readFileSync(index, 'utf8')
  writeFileSync(index, page.replace('<script', `<script src="./assets/${CLOCK}"></script><script`))
  for (const name of readdirSync(assets).filter((one) => /^worker-.*\.js$/.test(one))) {
    const worker = join(assets, name)
    writeFileSync(worker, `import"./${CLOCK}";${readFileSync(worker, 'utf8')}`)
  }
}

/** Serves the files of `dist` for the fleet file at a path. */
export async function nightDashboard(
  fleetPath: string,
  { script }: NightClock,
  dist = 'dist',
): Promise<NightDashboard> {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-night-'))
  const distDir = join(folder, 'dist')
  cpSync(dist, distDir, { recursive: true })
  setBefore(distDir, script)
  const gateway = await startGateway({ fleet: { path: fleetPath }, host: '127.0.0.1', port: 0, distDir })
  return {
    url: gateway.url,
    async close() {
      await gateway.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
