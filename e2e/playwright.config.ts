import { defineConfig } from 'playwright/test'
import { chromiumPath } from './support/chromiumPath.ts'

const executablePath = chromiumPath()

/*
 * Two workers, each with a sample fleet of its own: specs mostly wait for what happens in a real browser, and the whole
 * takes a third less on two cores. Three are no faster there, and the pods of their fleets are late.
 * No retries: a test that fails now and then has found something.
 */
export default defineConfig({
  testDir: './specs',
  outputDir: './.results/artifacts',
  globalSetup: './support/buildDashboard.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: {
    timeout: 20_000,
    toHaveScreenshot: { pathTemplate: '{testDir}/../fixtures/wall/{arg}{ext}', maxDiffPixelRatio: 0.01 },
  },
  reporter: [['list'], ['json', { outputFile: '.results/e2e.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    // Pictures of every step would cost a fifth of the time; what the page was made of is kept all the same.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'dashboard', testIgnore: /(?:realServers|backfill|nightFromPrometheus)\.spec\.ts/ },
    { name: 'real-servers', testMatch: /(?:realServers|backfill|nightFromPrometheus)\.spec\.ts/ },
  ],
})
