import { screenTexts } from './screenTexts.ts'
import type { FleetStrip } from '#src/domain/digest/digestRow.ts'

/** The window's title: the fleet light's word, how many services have it, the fleet's name. */
export function fleetTitle({ blind, light, counts, looking, judgingPast, title }: FleetStrip): string {
  if (blind !== null) return `${screenTexts.fleet.blindWord} · ${title}`
  if (looking !== null && light === 'unknown')
    return `${screenTexts.fleet.lookingWord(looking.seen, looking.of)} · ${title}`
  if (judgingPast && light === 'unknown') return `${screenTexts.fleet.judgingWord} · ${title}`
  const n = light === 'green' ? '' : ` ${counts[light]}`
  return `${screenTexts.light[light]}${n} · ${title}`
}
