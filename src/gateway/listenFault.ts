import { createServer } from 'node:net'
import { errorCode } from './fleetSource.ts'

/** Tries to listen and lets go again: null where that works, else the code of the system's error. */
const listenError = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(errorCode(error) || String(error)))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)))
  })

async function nextFree(host: string, port: number): Promise<number | null> {
  for (let candidate = port + 1; candidate <= Math.min(port + 100, 65_535); candidate += 1) {
    if ((await listenError(host, candidate)) === null) return candidate
  }
  return null
}

/**
 * Why the gateway cannot listen on a port, in one sentence with what to do instead; null where it can.
 * `program`: how the command line is called.
 */
export async function listenFault(host: string, port: number, program: string): Promise<string | null> {
  const code = await listenError(host, port)
  if (code === null) return null
  if (code === 'EADDRINUSE') {
    const free = await nextFree(host, port)
    const instead =
      free === null ? 'Choose another with --port.' : `${free} is free: ${program} --port ${free}`
    return `Port ${port} is taken: another program listens on it. ${instead}`
  }
  if (code === 'EACCES')
    return `Port ${port} is for administrators only. Choose one from 1024 on with --port.`
  if (code === 'EADDRNOTAVAIL')
    return `This machine has no address ${host}. 127.0.0.1 and 0.0.0.0 always work.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `The host name ${host} is not known.`
  return `Cannot listen on ${host}, port ${port} (${code}).`
}
