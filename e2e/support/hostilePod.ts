import { createServer } from 'node:http'
import { closeServer, listenOnLoopback } from '#e2e/fleet/listenOnLoopback.ts'

/** What a body may try where it is not shown as text: each would set `window.hurt`, or lead somewhere. */
export const EVIL =
  '<script>window.hurt=1</script><img src=x onerror="window.hurt=1"><a href="javascript:window.hurt=1">x</a>'

/** A pod whose health page is as bad as one may be, and is answered in time. */
export type HostilePod = { readonly url: string; close(): Promise<void> }

const json = (value: unknown): string => JSON.stringify(value)

const DETAILS = { [EVIL]: EVIL, '__proto__.polluted': EVIL, link: 'javascript:window.hurt=1' }

/** The bodies by name. */
const BODIES = {
  /** Two megabytes in one line, over the cap of what is read. */
  huge: () =>
    json({ status: 'UP', components: { db: { status: 'UP', details: { note: 'x'.repeat(2_000_000) } } } }),
  /** Five thousand checks, of which twelve fail. */
  many: () =>
    json({
      status: 'DOWN',
      checks: Array.from({ length: 5000 }, (_, i) => ({
        name: `check-${i}`,
        status: i % 417 === 0 ? 'DOWN' : 'UP',
      })),
    }),
  /** Markup and script in every field; a log line of a megabyte. */
  script: () =>
    json({
      status: 'DOWN',
      version: EVIL,
      checks: { [EVIL]: { status: 'DOWN', message: EVIL, details: DETAILS } },
      logs: [
        { time: new Date().toISOString(), level: EVIL, message: EVIL, pod_id: EVIL, ...DETAILS },
        { time: new Date().toISOString(), level: 'error', message: `begin ${'y'.repeat(1_000_000)}` },
        `{"level":"error","msg":${json(EVIL)}}`,
        `level=error msg="${EVIL.replaceAll('"', '\\"')}"`,
      ],
    }),
}

/** Starts such a pod; `kind` says which of the bodies it answers with. */
export async function hostilePod(kind: keyof typeof BODIES): Promise<HostilePod> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    if (request.url !== '/health') return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': 'application/json' }).end(BODIES[kind]())
  })
  const port = await listenOnLoopback(server, 0)
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server) }
}
