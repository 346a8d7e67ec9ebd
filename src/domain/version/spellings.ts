/** What a version answer tells, whatever it calls it. */
export type Told = 'version' | 'commit' | 'builtAt' | 'startedAt'

/** Keys without case, blanks, `_`, `-` and `.`; the earlier spelling of a row wins over the later one. */
const SPELLINGS: Readonly<Record<Told, readonly string[]>> = {
  version: [
    // health+json keeps the API's version in `version` and the release in `releaseId`.
    ...list('releaseid version appversion applicationversion serviceversion release buildversion semver'),
    ...list('gitversion packageversion imageversion shortversion tag gittag imagetag ver'),
  ],
  commit: [
    ...list('commit revision gitcommit sha gitsha commitsha commitid commithash gitcommitid gitcommithash'),
    ...list('gitrevision githash gitsha1 buildhash vcsrevision vcsref buildrevision sourcecommit rev gitrev'),
  ],
  builtAt: [
    ...list('builtat buildtime builddate buildtimestamp buildat built compiledat compiledate compiletime'),
    ...list('buildtimeutc builtdate gitbuildtime'),
  ],
  startedAt: list('startedat starttime startdate started start upsince bootedat startuptime'),
}

/** Languages by the key that carries their version, as they are printed before a bare number. */
const RUNTIMES: readonly (readonly [key: string, language: string])[] = [
  ['goversion', 'go'],
  ['golangversion', 'go'],
  ['go', 'go'],
  ['nodeversion', 'node'],
  ['nodejsversion', 'node'],
  ['nodejs', 'node'],
  ['node', 'node'],
  ['javaversion', 'java'],
  ['jdkversion', 'java'],
  ['java', 'java'],
  ['pythonversion', 'python'],
  ['python', 'python'],
  ['dotnetversion', 'dotnet'],
  ['rubyversion', 'ruby'],
  ['phpversion', 'php'],
  ['erlangversion', 'erlang'],
  ['rustversion', 'rust'],
  ['rustcversion', 'rust'],
]

function list(names: string): readonly string[] {
  return names.split(' ')
}

const plainKey = (key: string): string => key.toLowerCase().replaceAll(/[\s._-]/g, '')

/** Placeholders that builds leave behind when nobody filled them in: they tell nothing. */
const EMPTY =
  /^(?:|unknown|undefined|null|none|n\/?a|\(devel\)|\(none\)|unset|<no value>|\$\{.*\}|@.*@|%.*%)$/i

const VALUE_CAP = 200

/** A value that tells something, on one line of at most 200 characters; null for placeholders and non-scalars. */
export const tellingText = (value: unknown): string | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null
  if (typeof value !== 'string') return null
  const text = value.slice(0, VALUE_CAP).replaceAll(/\s+/g, ' ').trim()
  return EMPTY.test(text) ? null : text
}

/** Fields by their plain keys, in the order of the answer; the first of two spellings that fall together wins. */
export const plainFields = (entries: Iterable<readonly [string, unknown]>): ReadonlyMap<string, unknown> => {
  const fields = new Map<string, unknown>()
  for (const [key, value] of entries) {
    const plain = plainKey(key)
    if (!fields.has(plain)) fields.set(plain, value)
  }
  return fields
}

/** The first field of a kind that tells something. */
export const fieldOf = (fields: ReadonlyMap<string, unknown>, told: Told): unknown =>
  SPELLINGS[told].map((key) => fields.get(key)).find((value) => tellingText(value) !== null) ?? null

/** The language and its version, e.g. `go1.19.8` as Go prints it, else `node v20.20.2`, `java 21.0.2`. */
export const runtimeOf = (fields: ReadonlyMap<string, unknown>): string | null => {
  for (const [key, language] of RUNTIMES) {
    const version = tellingText(fields.get(key))
    // `node` is more often the name or address of a machine than the version of Node.
    const pattern = key === 'node' ? /^v?\d+\.\d+\.\d+$/ : /\d/
    if (version !== null && pattern.test(version)) return nameRuntime(language, version)
  }
  return null
}

/** Puts the language before its version, unless the version names it already (`go1.22`). */
export const nameRuntime = (language: string, version: string): string =>
  version.toLowerCase().startsWith(language) ? version : `${language} ${version}`
