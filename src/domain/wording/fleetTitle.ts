import type { FleetStrip } from '#src/domain/digest/digestRow.ts'
import { startTexts } from './startTexts.ts'

/** The window's title: the fleet light's word, how many services have it, the fleet's name. */
export function fleetTitle({ blind, light, counts, looking, judgingPast, title }: FleetStrip): string {
  const words = startTexts.windowTitle
  if (blind !== null) return `${words.blind} · ${title}`
  if (looking !== null && light === 'unknown') return `${words.looking(looking.seen, looking.of)} · ${title}`
  if (judgingPast && light === 'unknown') return `${words.judging} · ${title}`
  const n = light === 'green' ? '' : ` ${counts[light]}`
  return `${startTexts.light[light]}${n} · ${title}`
}
