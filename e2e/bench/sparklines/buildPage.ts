import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const ENTRY = fileURLToPath(new URL('page.tsx', import.meta.url))

const GRID = `
  #root { display: grid; grid-template-columns: repeat(8, 1fr); gap: 4px; font: 12px sans-serif; }
  article { border: 1px solid #ccc; padding: 4px; min-height: 48px; }
  .line { height: 24px; }
`

/** The page of the bench as it would be delivered: built, minified, in one piece. */
export async function buildPage(): Promise<{ readonly script: string; readonly style: string }> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: ENTRY, output: { format: 'iife' } },
    },
  })
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []))
  const script = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
  const styles = files.map((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? String(file.source) : '',
  )
  return { script, style: `${GRID}${styles.join('\n')}` }
}
