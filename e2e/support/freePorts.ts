import { createServer, type Server } from 'node:net'

const opened = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })

/** So many different ports of loopback that nobody listens on, for servers that cannot choose their own. */
export async function freePorts(n: number): Promise<readonly number[]> {
  const servers = Array.from({ length: n }, () => createServer())
  const ports = await Promise.all(servers.map(opened))
  await Promise.all(servers.map((server) => new Promise((resolve) => void server.close(resolve))))
  return ports
}
