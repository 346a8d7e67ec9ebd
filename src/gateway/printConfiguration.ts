import { caddyConfiguration } from './caddyConfiguration.ts'
import { nginxConfiguration } from './nginxConfiguration.ts'
import type { PodTable, PodTarget } from './podTarget.ts'
import type { Printable } from './readArguments.ts'

/** What a printed configuration serves and where. */
export type Deployment = {
  readonly pods: PodTable
  /** The Prometheus source to forward to; null for none. */
  readonly source: PodTarget | null
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
