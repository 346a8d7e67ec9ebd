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

/** `npm run size` holds all that is not named lazy against the entry's budget: what is shared is loaded first, too. */
const chunkFileNames = ({ isDynamicEntry }: { readonly isDynamicEntry: boolean }): string =>
  isDynamicEntry ? 'assets/lazy-[name]-[hash].js' : 'assets/[name]-[hash].js'

/** All that is loaded before any lazy chunk is one chunk: smaller than three that share, and one request. So is a screen. */
const codeSplitting = {
  groups: [
    { name: 'index', test: /[\\/]src[\\/]app[\\/]main\.tsx$/ },
    { name: 'lazy-DigestScreen', test: /[\\/](?:DigestScreen|LaterRoutes|PaletteDoor)\.tsx$/ },
    // The board and a ticket's page are one: who is on the one goes to the other.
    {
      name: 'lazy-BoardScreen',
      test: /[\\/]src[\\/](?:features[\\/]board[\\/]|ui[\\/](?:Form|Name|Priority|SignIn)|domain[\\/]wording[\\/](?:english(?:Board|Deed|Ticket|TicketPage)|ticketTexts|ticketMarks|(?:refusal|event|log|logFault|clock)Words|titleBeside)\b)/,
      includeDependenciesRecursively: false,
    },
    // What every screen of tickets knows of them.
    {
      name: 'lazy-tickets',
      test: /[\\/]src[\\/]domain[\\/](?:ticket|sla)[\\/]|[\\/]@noble[\\/]/,
      includeDependenciesRecursively: false,
    },
    // The page of rules tells all of them, the palette their titles: neither keeps the first screen waiting.
    {
      name: 'lazy-ruleWords',
      test: /[\\/]src[\\/]domain[\\/]wording[\\/]english(?:Answer|Signal)?Rules\.ts/,
      includeDependenciesRecursively: false,
    },
    // Two charts share the library: a chunk that either brings, never the entry.
    { name: 'lazy-charts', test: /[\\/]node_modules[\\/]recharts[\\/]/ },
    // What later chunks share is preloaded with the first screen: one that needs nothing else can be fetched again.
    { name: 'lazy-besideDigestScreen', test: /[\\/]src[\\/]/, minShareCount: 2 },
  ],
}

// base './': the built files work from any sub-path of any web server.
export default defineConfig({
  base: './',
  plugins: [react(), preloadFirstScreen],
  // What the worker needs from the start is one file; all else of it comes later.
  worker: {
    format: 'es',
    rolldownOptions: { output: { chunkFileNames: 'assets/lazy-[name]-[hash].js' } },
  },
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { chunkFileNames, codeSplitting } },
  },
  // Its own default leaves one of two cores to the watcher, of which there is none here.
  test: {
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          environment: 'node',
          // It is pure: what a file leaves behind is nothing, and reading all modules anew for each costs a third of the time.
          isolate: false,
          include: ['src/domain/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          // Node 20 has a WebSocket, but does not show it by itself.
          execArgv: ['--experimental-websocket'],
          include: ['src/{engine,gateway}/**/*.test.ts', 'e2e/{fleet,soak}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          // A process and a window for each file took twice as long as the tests: each file empties them instead.
          isolate: false,
          setupFiles: ['src/state/testing/eachTest.ts'],
          include: ['src/{state,ui,features,app}/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
