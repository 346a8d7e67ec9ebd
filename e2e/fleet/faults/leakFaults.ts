import { closeSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import { maxOpenFiles, openFiles, residentBytes } from '#e2e/fleet/pod/processFacts.ts'
import type { Fault } from './fault.ts'

const MEBIBYTE = 1024 * 1024
/** At once above the 80 % at which a level is worth a look, then slowly to where it stays. */
const FIRST_SHARE = 0.84
const LAST_SHARE = 0.91
/** V8's own heap grows too; above this the hoard makes room for it. */
const MOST_SHARE = 0.93
const STEP_MS = 1000
const FILES_SHARE = 0.86
const FILES_WITHOUT_LIMIT = 400

const hoards = new Map<Pod, { readonly blocks: Buffer[]; readonly timer: NodeJS.Timeout }>()
const openedFiles = new Map<Pod, number[]>()

// Filled with ones: pages that are never written to are not resident.
const block = (bytes: number) => Buffer.alloc(bytes, 1)

function leak(pod: Pod): void {
  const limit = pod.spec.memoryBytes
  const blocks: Buffer[] = []
  while (residentBytes() < FIRST_SHARE * limit && blocks.length * MEBIBYTE < limit)
    blocks.push(block(MEBIBYTE))
  const timer = setInterval(() => {
    const share = residentBytes() / limit
    if (share < LAST_SHARE) blocks.push(block(MEBIBYTE))
    if (share <= MOST_SHARE) return
    blocks.splice(0, 2)
    globalThis.gc?.()
  }, STEP_MS)
  hoards.set(pod, { blocks, timer })
  pod.log.add('warn', `cache: ${blocks.length} MiB held, nothing evicted`)
}

async function giveBack(pod: Pod): Promise<void> {
  const hoard = hoards.get(pod)
  if (hoard === undefined) return
  clearInterval(hoard.timer)
  hoard.blocks.length = 0
  hoards.delete(pod)
  // Buffers lie outside the heap, and their memory is returned by a collection that V8 sees no need for by itself.
  for (let round = 0; round < 20 && residentBytes() > 0.7 * pod.spec.memoryBytes; round += 1) {
    globalThis.gc?.()
    await pause(10)
  }
}

function openMany(pod: Pod): void {
  const limit = maxOpenFiles()
  const wanted = limit === null ? FILES_WITHOUT_LIMIT : Math.floor(limit * FILES_SHARE) - (openFiles() ?? 0)
  openedFiles.set(
    pod,
    Array.from({ length: wanted }, () => openSync('/dev/null', 'r')),
  )
}

function closeAll(pod: Pod): void {
  for (const file of openedFiles.get(pod) ?? []) closeSync(file)
  openedFiles.delete(pod)
}

/** Resources that are really taken and not given back. In a process of several pods, all of them show it. */
export const leakFaults = {
  'leaking-memory': {
    says: 'Resident memory creeps up to nine tenths of its limit.',
    needs: 'resident-memory',
    apply: leak,
    heal: giveBack,
  },
  'leaking-fds': {
    says: 'Nearly all file descriptors that the process may have are open.',
    apply: openMany,
    heal: closeAll,
  },
} as const satisfies Record<string, Fault>
