import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FleetFile } from '#src/domain/fleet/fleetFile.ts'

/** A fleet file on disk, with intervals that make two probes a matter of two seconds. */
export type FleetFileOnDisk = { readonly path: string; write(content: unknown): void; remove(): void }

/**
 * What specs watch with: fast, but with room for a busy machine before readings count as old, and before its processes
 * count as late; the fault of that name blocks for 0.4 s at a time.
 */
export const BRISK = {
  intervals: { health: '1s', ready: '1s', metrics: '2s', version: '20s' },
  timeout: '2500ms',
  thresholds: { freshIntervals: 8, rolloutWindow: '1s', loopLagOrange: '300ms' },
} satisfies Partial<FleetFile>

/** Writes a fleet file into a folder of its own. Text is written as it is, anything else as JSON. */
export function fleetFileOf(content: unknown): FleetFileOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-'))
  const path = join(folder, 'fleet.json')
  const write = (next: unknown): void =>
    writeFileSync(path, typeof next === 'string' ? next : JSON.stringify(next))
  write(content)
  return { path, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
