import { type ChildProcess, fork } from 'node:child_process'
import type { Order, OrderMessage, Reply } from '#e2e/fleet/protocol.ts'

/** A running process of one or several pods. */
export type PodProcess = {
  readonly pid: number
  /** Answers when the order is in force; fails when the process cannot, or ends before. */
  readonly ask: (order: Order) => Promise<readonly number[]>
  /** Ends the process as the kernel would; done when it is gone. */
  readonly kill: () => Promise<void>
  /** Resolves when the process is gone, for whatever reason, with what ended it. */
  readonly exited: Promise<string>
}

type Waiting = {
  readonly resolve: (ports: readonly number[]) => void
  readonly reject: (cause: Error) => void
}

// A limit of open files as a container has it, so that a leak of them is visible; `exec` keeps the pid.
const LIMITED = 'ulimit -n 1024 2>/dev/null; exec "$0" "$@"'
// Garbage collection on demand gives a healed leak back; a small young generation keeps 20 processes small.
const NODE_FLAGS = ['--expose-gc', '--max-semi-space-size=2']

const KEPT_WORDS = 4000

function spawn(program: string): ChildProcess {
  return fork(program, [], {
    execPath: '/bin/sh',
    execArgv: ['-c', LIMITED, process.execPath, ...NODE_FLAGS],
    // Nothing of the parent's settings (loaders, coverage, options) belongs into a pod.
    // With a fixed threshold glibc gives the memory of freed buffers back at once.
    env: { PATH: process.env['PATH'] ?? '', MALLOC_MMAP_THRESHOLD_: '131072' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Collects what a process says on its way out; answers with the line that names the error. */
function collectComplaint(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    words = (words + chunk).slice(-KEPT_WORDS)
  })
  return () => words.split('\n').find((line) => line.includes('Error')) ?? words.trim()
}

/** Starts a process that serves no pod yet. */
export function forkPods(program: string): PodProcess {
  const child = spawn(program)
  const waiting = new Map<number, Waiting>()
  const complaint = collectComplaint(child)
  let orders = 0

  const exited = new Promise<string>((resolve) => {
    const end = (how: string) => {
      for (const { reject } of waiting.values()) reject(new Error(`the pod's process ended: ${how}`))
      waiting.clear()
      resolve(how)
    }
    // After the last of its words, which `exit` would not wait for.
    child.once('close', (code, signal) => end(signal ?? `exit code ${code}: ${complaint()}`))
    child.once('error', (cause) => end(cause.message))
  })

  child.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.ok) asked?.resolve(reply.ports)
    else asked?.reject(new Error(reply.error))
  })

  return {
    pid: child.pid ?? -1,
    exited,
    ask(order) {
      orders += 1
      const message: OrderMessage = { id: orders, order }
      return new Promise((resolve, reject) => {
        waiting.set(message.id, { resolve, reject })
        child.send(message, (cause) => {
          if (cause === null) return
          waiting.delete(message.id)
          reject(cause)
        })
      })
    },
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
