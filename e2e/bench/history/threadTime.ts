import { readdir, readFile } from 'node:fs/promises'

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '')

/** Process numbers of everything that this process has started, and what that has. */
async function descendants(): Promise<string[]> {
  const parents = new Map<string, string>()
  for (const pid of await readdir('/proc').catch(() => [])) {
    const stat = /^\d+$/.test(pid) ? await textOf(`/proc/${pid}/stat`) : ''
    // The name of the program, in parentheses, may hold anything.
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (parent !== undefined) parents.set(pid, parent)
  }
  const isOurs = (pid: string | undefined): boolean =>
    pid !== undefined && pid !== '0' && (pid === String(process.pid) || isOurs(parents.get(pid)))
  return [...parents.keys()].filter(isOurs)
}

/**
 * What each thread of this name has used of a processor so far, in ms, in all processes begun from here. None where the
 * system does not tell: only Linux does.
 */
export async function threadTimes(name: string): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>()
  for (const pid of await descendants()) {
    for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
      const path = `/proc/${pid}/task/${thread}`
      if (!(await textOf(`${path}/comm`)).startsWith(name)) continue
      const [nanoseconds] = (await textOf(`${path}/schedstat`)).split(' ')
      times.set(path, Number(nanoseconds) / 1e6)
    }
  }
  return times
}

/** What they have used between two looks; NaN where the system does not tell. */
export function timeBetween(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [thread, time] of after) sum += time - (before.get(thread) ?? 0)
  return after.size === 0 ? Number.NaN : sum
}
