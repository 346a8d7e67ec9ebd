import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What a page runs and how it looks. */
export type BuiltPage = { readonly script: string; readonly style: string }

/** The page of a bench as it would be delivered: built, minified, in one piece. */
export async function buildPage(entry: URL): Promise<BuiltPage> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: fileURLToPath(entry), output: { format: 'iife' } },
    },
  })
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const script = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
  const styles = files.map((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : '',
  )
  return { script, style: styles.join('\n') }
}
