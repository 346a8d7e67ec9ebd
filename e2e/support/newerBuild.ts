import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another build of the page: the same files under other names, as if each had changed. */
export type NewerBuild = {
  readonly distDir: string
  /** The file that its page begins with. */
  readonly entry: string
  remove(): void
}

const HASH = /-[\w-]{8}(?=\.(?:js|css)$)/

/** The name with another hash. */
const renamed = (name: string): string => name.replace(HASH, (hash) => `-${hash.slice(5)}${hash.slice(1, 5)}`)

/** Makes one of the files in `dist`. */
export function newerBuild(): NewerBuild {
  const folder = mkdtempSync(join(tmpdir(), 'morning-check-build-'))
  const distDir = join(folder, 'dist')
  cpSync('dist', distDir, { recursive: true })
  const assets = join(distDir, 'assets')
  const names = readdirSync(assets)
  const files = [join(distDir, 'index.html'), ...names.map((name) => join(assets, name))]
  for (const file of files.filter((name) => /\.(?:html|js|css)$/.test(name))) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      names.reduce((out, name) => out.replaceAll(name, renamed(name)), text),
    )
  }
  for (const name of names) renameSync(join(assets, name), join(assets, renamed(name)))
  const entry = names.find((name) => /^index-[\w-]{8}\.js$/.test(name))
  if (entry === undefined) throw new Error('the built page has no entry')
  return { distDir, entry: renamed(entry), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
