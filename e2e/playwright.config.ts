import { defineConfig } from 'playwright/test'
import { chromiumPath } from './support/chromiumPath.ts'

const executablePath = chromiumPath()

/*
 * One worker: the sample fleet is two dozen processes, and the machines that run this have two cores.
 * No retries: a test that fails now and then has found something.
 */
export default defineConfig({
  testDir: './specs',
  outputDir: './.results/artifacts',
  globalSetup: './support/buildDashboard.ts',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.results/e2e.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
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
    { name: 'dashboard', testIgnore: /(?:realServers|backfill)\.spec\.ts/ },
    { name: 'real-servers', testMatch: /(?:realServers|backfill)\.spec\.ts/ },
  ],
})
