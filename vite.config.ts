import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// base './': the built files work from any sub-path of any web server.
export default defineConfig({
  base: './',
  plugins: [react()],
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
