import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startGateway } from '#src/gateway/startGateway.ts'
import type { DurationMs } from '#src/domain/time/units.ts'

/** The dashboard as a computer sees it whose clock is wrong. */
export type SkewedDashboard = { readonly url: string; close(): Promise<void> }

/** Serves the built page for a fleet file with the clock of page and worker set ahead by so much. */
export async function skewedDashboard(fleet: string, by: DurationMs): Promise<SkewedDashboard> {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-skewed-'))
  const distDir = join(folder, 'dist')
  cpSync('dist', distDir, { recursive: true })
  const assets = join(distDir, 'assets')
  const patch = `{const now=Date.now.bind(Date);Date.now=()=>now()+${by}}`
  for (const name of readdirSync(assets).filter((one) => /^(?:worker|index)-.*\.js$/.test(one))) {
    writeFileSync(join(assets, name), `${patch};${readFileSync(join(assets, name), 'utf8')}`)
  }
  const gateway = await startGateway({ fleet: { path: fleet }, host: '127.0.0.1', port: 0, distDir })
  return {
    url: gateway.url,
    async close() {
      await gateway.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
