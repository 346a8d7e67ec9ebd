import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** The first screen's chunk and its styles are on their way while the entry is still being read. */
const preloadFirstScreen: Plugin = {
  name: 'preload-first-screen',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const names = Object.keys(bundle ?? {}).filter((name) => /DigestScreen-[\w-]+\.(js|css)$/.test(name))
      return names.map((name) => ({
        tag: 'link',
        attrs: name.endsWith('.js')
          ? { rel: 'modulepreload', crossorigin: '', href: `./${name}` }
          : { rel: 'preload', as: 'style', crossorigin: '', href: `./${name}` },
        injectTo: 'head' as const,
      }))
    },
  },
}

// base './': the built files work from any sub-path of any web server.
export default defineConfig({
  base: './',
  plugins: [react(), preloadFirstScreen],
  worker: { format: 'es' },
  build: { target: 'es2023', modulePreload: { polyfill: false }, reportCompressedSize: false },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: ['src/{domain,engine,gateway}/**/*.test.ts', 'e2e/fleet/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['src/{state,ui,features,app}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
