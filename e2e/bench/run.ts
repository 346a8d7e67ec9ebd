import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Bench } from './bench.ts'

const HERE = new URL('./', import.meta.url)
const RESULTS = new URL('../.results/', import.meta.url)

const print = (text: string): void => {
  console.log(text)
}

const findBenches = async (): Promise<Bench[]> => {
  const files = (await readdir(HERE, { recursive: true })).filter((file) => file.endsWith('.bench.ts')).sort()
  return Promise.all(
    files.map(async (file) => {
      const loaded: { readonly bench: Bench } = await import(new URL(file, HERE).href)
      return loaded.bench
    }),
  )
}

const main = async (wantedNames: readonly string[]): Promise<void> => {
  const benches = (await findBenches()).filter(
    ({ name }) => wantedNames.length === 0 || wantedNames.includes(name),
  )
  if (benches.length === 0) throw new Error(`there is no bench named ${wantedNames.join(', ')}`)
  const results: Record<string, unknown> = {}
  for (const { name, run } of benches) {
    print(`\n${name}`)
    results[name] = await run(print)
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length }
  await mkdir(RESULTS, { recursive: true })
  const file = new URL('bench.json', RESULTS)
  await writeFile(file, `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`)
  print(`\nwritten to ${fileURLToPath(file)}`)
}

await main(process.argv.slice(2))
