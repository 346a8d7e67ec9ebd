import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/**
 * Workers that are busy most of the time: what arrives has to wait, and the waiting grows with 1 ÷ (1 − share), threefold
 * at 70 %, twentyfold at 95 % (Kleinrock, "Queueing Systems", 1975). The depth of a queue shows it weeks later.
 */
export const utilisation = rule({
  kind: 'utilisation',
  on: 'metrics',
  reads: ['utilisation'],
  orange: ['utilisationOrange'],
  red: ['utilisationRed'],
  find: (pod, policy) => {
    if (pod.tracks.metrics?.result.ok !== true || pod.signals === null) return NO_OPINION
    const { signals, window, saturation } = pod.signals
    const reading = signals.get('utilisation')
    // A page without one before it tells nothing of what arrives.
    if (reading === undefined) return window === null ? NO_OPINION : null
    const { value: share, of } = reading
    if (share <= policy.utilisationOrange) return null
    const light = share > policy.utilisationRed ? 'red' : 'orange'
    return { light, part: { kind: 'utilisation', share, of, saturation } }
  },
})
