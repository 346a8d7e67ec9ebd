import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Content } from './answerContent.ts'
import { isCompressible, mimeType } from './mimeType.ts'

const compress = promisify(gzip)

/** Below this a compressed file is no faster on the way. */
const WORTH_COMPRESSING = 1024

// Vite writes a hash of the content into the names in here: another content has another name.
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/

// A backslash and a NUL are separators or ends to some file systems.
const isOdd = (segment: string): boolean =>
  segment === '' || segment.startsWith('.') || /[\\\0]/.test(segment)

/**
 * The file in `dist/` that a request path names, as path segments; null where none may be served:
 * bytes that do not decode, a way out of the folder, hidden files.
 */
export function staticSegments(path: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  const segments = decoded.slice(1).split('/')
  if (segments.at(-1) === '') segments.splice(-1, 1, 'index.html')
  return decoded.startsWith('/') && !segments.some(isOdd) ? segments : null
}

/** Reads files of `distDir`, each once until it changes. A build has a few dozen of them, so they are all kept. */
export function staticFiles(distDir: string): (segments: readonly string[]) => Promise<Content | null> {
  const kept = new Map<string, Content>()
  return async (segments) => {
    const name = segments.join('/')
    const path = join(distDir, ...segments)
    const facts = await stat(path, { bigint: true }).catch(() => null)
    if (facts === null || !facts.isFile()) return null
    const etag = `W/"${facts.size.toString(36)}-${facts.mtimeNs.toString(36)}"`
    const known = kept.get(name)
    if (known?.etag === etag) return known
    const body = await readFile(path)
    const type = mimeType(name)
    const file: Content = {
      type,
      etag,
      cacheControl: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      body,
      zipped: isCompressible(type) && body.length >= WORTH_COMPRESSING ? await compress(body) : null,
    }
    kept.set(name, file)
    return file
  }
}
