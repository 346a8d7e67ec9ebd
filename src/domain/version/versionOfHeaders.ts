import { tellingText } from './spellings.ts'
import { versionReading } from './versionParts.ts'
import type { VersionReading } from './versionReading.ts'

const VERSION_HEADERS = [
  'x-influxdb-version',
  'x-app-version',
  'x-application-version',
  'x-service-version',
  'x-release',
  'x-release-version',
  'x-build-version',
  'x-version',
  'docker-distribution-api-version',
]
const COMMIT_HEADERS = [
  'x-commit',
  'x-git-commit',
  'x-revision',
  'x-git-sha',
  'x-commit-sha',
  'x-build-commit',
]

/** `Server: nginx/1.25.3`, the whole product token: it may be the name of what stands in front of the pod. */
const PRODUCT = /^([\w.-]+\/\d[\w.+~-]*)/

/** The version that response headers carry; `server` only when nothing else does. CORS hides most of them. */
export const versionOfHeaders = (headers: Readonly<Record<string, string>>): VersionReading | null => {
  const named = firstOf(headers, VERSION_HEADERS)
  const commit = firstOf(headers, COMMIT_HEADERS)
  const source = named ?? commit
  if (source !== null) {
    return versionReading(`header ${source.header}`, {
      version: named?.value ?? null,
      commit: commit?.value ?? null,
    })
  }
  const product = PRODUCT.exec(headerOf(headers, 'server') ?? '')?.[1]
  return product === undefined ? null : versionReading('header server', { version: product })
}

const firstOf = (headers: Readonly<Record<string, string>>, names: readonly string[]) => {
  for (const header of names) {
    const value = headerOf(headers, header)
    if (value !== null) return { header, value }
  }
  return null
}

const headerOf = (headers: Readonly<Record<string, string>>, name: string): string | null =>
  Object.hasOwn(headers, name) ? tellingText(headers[name]) : null
