import { caddyConfiguration } from './caddyConfiguration.ts'
import { nginxConfiguration } from './nginxConfiguration.ts'
import type { PodTable } from './podTarget.ts'
import type { Printable } from './readArguments.ts'
import type { SourceTargets } from './sourceTarget.ts'

/** What a printed configuration serves and where. */
export type Deployment = {
  readonly pods: PodTable
  readonly sources: SourceTargets
  /** The fleet file as the page has to get it. */
  readonly body: string
  readonly host: string
  readonly port: number
  /** Sub-path of the dashboard, with a slash at either end. */
  readonly prefix: string
  /** The built dashboard, an absolute path. */
  readonly distDir: string
}

/** The text of a configuration with which another web server does what the gateway does. */
export function printConfiguration(what: Printable, deployment: Deployment): string {
  switch (what) {
    case 'nginx':
      return nginxConfiguration(deployment)
    case 'caddy':
      return caddyConfiguration(deployment)
    case 'fleet':
      return JSON.stringify(JSON.parse(deployment.body), null, 2)
  }
}
