import { readFileSync } from 'node:fs'

/** A script that leads the clock of a page or a worker, behind what all such scripts have in common. */
export const ledClockScript = (file: string): string =>
  ['e2e/fixtures/ledClock.js', file].map((one) => readFileSync(one, 'utf8')).join('\n')
