// Builds the dashboard where its sources changed since the last build: what `npm start` does before it serves.
import { build } from './setUp.mjs'

process.exitCode = (await build()) ? 0 : 1
