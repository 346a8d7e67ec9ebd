import { readdirSync, readFileSync, statfsSync } from 'node:fs'
import { loadavg } from 'node:os'

const linux = process.platform === 'linux'

function softLimitOfOpenFiles(): number | null {
  if (!linux) return null
  const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
  return soft === undefined ? null : Number(soft)
}

// The limit cannot change from outside without being asked for; reading it once is enough.
const maxFiles = softLimitOfOpenFiles()

/** Counted by the kernel; null where there is no /proc (macOS). Minus the descriptor of the listing itself. */
export const openFiles = (): number | null => (linux ? readdirSync('/proc/self/fd').length - 1 : null)

export const maxOpenFiles = (): number | null => maxFiles

export const threads = (): number | null => (linux ? readdirSync('/proc/self/task').length : null)

export const residentBytes = (): number => process.memoryUsage.rss()

/** User and system time since the process started, in seconds. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export const loadAverage = (): number => loadavg()[0] ?? 0

/** Epoch seconds at which this process began, to the millisecond. */
export const startTimeSeconds = Math.round(Date.now() - process.uptime() * 1000) / 1000

export type Disk = { readonly path: string; readonly total: number; readonly free: number }

/** The file system of the working directory, in bytes. */
export function disk(): Disk {
  const path = process.cwd()
  const { bsize, blocks, bavail } = statfsSync(path)
  return { path, total: bsize * blocks, free: bsize * bavail }
}
