import type { FleetSource } from './fleetSource.ts'

/** Where the fleet file is, as --fleet says it. */
export const fleetArgument = (text: string): FleetSource =>
  /^https?:\/\//i.test(text) ? { url: text } : { path: text }

/** What is wrong with it, in a sentence, or null. */
export const fleetArgumentFault = (text: string): string | null =>
  'url' in fleetArgument(text) && !URL.canParse(text) ? `--fleet ${text} is no URL.` : null
