import { createHash } from 'node:crypto'
import { access, mkdir, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { days } from '#src/domain/time/units.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FLEET = join(ROOT, 'e2e/fleet')
const CACHE = join(ROOT, '.cache/fleet')

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(ROOT, 'package.json')))
  const files = await readdir(FLEET, { recursive: true })
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).toSorted()) {
    hash.update(file).update(await readFile(join(FLEET, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

async function bundle(target: string): Promise<void> {
  // Loaded only when there is something to build: it is the larger part of the time.
  const { build } = await import('vite')
  const scratch = join(CACHE, `build-${process.pid}-${performance.now().toFixed(0)}`)
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(FLEET, 'pod/main.ts'),
      target: 'node20',
      outDir: scratch,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'pod.js', codeSplitting: false } },
    },
  })
  // Renamed whole: test files that start fleets at the same time never see half a file.
  await rename(join(scratch, 'pod.js'), target)
  await rm(scratch, { recursive: true, force: true })
}

/** Bundles of earlier sources go after a day; until then a running fleet may start pods from them. */
async function forgetOld(): Promise<void> {
  for (const file of await readdir(CACHE)) {
    const path = join(CACHE, file)
    // Gone meanwhile: another run that builds at the same time has renamed it.
    const found = await stat(path).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > days(1))
      await rm(path, { recursive: true, force: true })
  }
}

/**
 * The program of a pod as one file of JavaScript, which a process loads in a fraction of the time that the sources
 * would take. Built anew only when a source, or a package, changed. Answers with its path.
 */
export async function bundlePod(): Promise<string> {
  const target = join(CACHE, `pod-${await fingerprint()}.js`)
  const built = await access(target).then(
    () => true,
    () => false,
  )
  if (built) return target
  await mkdir(CACHE, { recursive: true })
  await forgetOld()
  await bundle(target)
  return target
}
