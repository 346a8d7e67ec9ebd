import { readFile, stat } from 'node:fs/promises'
import { err, ok, type Result } from '#src/domain/result.ts'

/** Where the fleet file is. */
export type FleetSource = { readonly path: string } | { readonly url: string }

/** Why there is no text of a fleet file: the HTTP status the page gets, and one sentence. */
export type SourceFailure = { readonly status: 404 | 500 | 502; readonly sentence: string }

const READ_TIMEOUT_MS = 5000

/** The source as a person wrote it. */
export const sourceName = (source: FleetSource): string => ('path' in source ? source.path : source.url)

/** The address that relative pod URLs count from; null for a file. */
export const sourceUrl = (source: FleetSource): URL | null => ('url' in source ? new URL(source.url) : null)

/** The code of a system error such as ENOENT, looking into causes; empty where there is none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return errorCode(error.cause)
}

function fileFailure(path: string, error: unknown): SourceFailure {
  const code = errorCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return { status: 404, sentence: `There is no fleet file at ${path}.` }
  }
  if (code === 'EISDIR')
    return { status: 500, sentence: `${path} is a directory: name the fleet file in it.` }
  if (code === 'EACCES' || code === 'EPERM') {
    return { status: 500, sentence: `${path} may not be read by this user: check its permissions.` }
  }
  return { status: 500, sentence: `${path} cannot be read (${code || String(error)}).` }
}

// fetch says no more than "fetch failed" itself.
const cause = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)

async function readUrl(url: string): Promise<Result<string, SourceFailure>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(READ_TIMEOUT_MS), cache: 'no-store' })
    if (response.ok) return ok(await response.text())
    await response.body?.cancel()
    const status = response.status === 404 ? 404 : 502
    return err({ status, sentence: `${url} answered ${response.status} instead of a fleet file.` })
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    const why = late ? `no answer within ${READ_TIMEOUT_MS / 1000} s` : errorCode(error) || cause(error)
    return err({ status: 502, sentence: `${url} cannot be read (${why}).` })
  }
}

/** The text of the fleet file. */
export async function readSource(source: FleetSource): Promise<Result<string, SourceFailure>> {
  if ('url' in source) return readUrl(source.url)
  try {
    return ok(await readFile(source.path, 'utf8'))
  } catch (error) {
    return err(fileFailure(source.path, error))
  }
}

/** Differs after every write to the file; empty while it cannot be read. */
export async function fileStamp(path: string): Promise<string> {
  try {
    const { mtimeNs, size, ino } = await stat(path, { bigint: true })
    return `${mtimeNs} ${size} ${ino}`
  } catch {
    return ''
  }
}
