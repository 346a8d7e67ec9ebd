import { execFileSync } from 'node:child_process'

/**
 * The specs look at what is delivered: the built files, built from the sources as they are now. In the way of `npm start`,
 * so that the spec which runs that does not build them anew under the eyes of the others.
 */
export default function buildDashboard(): void {
  execFileSync(process.execPath, ['.dev/build.mjs'], { stdio: 'inherit' })
}
