import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** One piece of work holds up all others of the process. Red is ten times the lag, where it lasts. */
export const eventLoopLag = rule({
  kind: 'event-loop',
  on: 'metrics',
  reads: ['eventLoopLag'],
  orange: ['loopLagOrange'],
  red: ['loopLagRed', 'pauseRedFor'],
  find: (pod, policy) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    const seconds = pod.signals?.signals.get('eventLoopLag')?.value
    const lag = seconds === undefined ? 0 : seconds * 1000
    if (lag <= policy.loopLagOrange) return null
    const light = lag > policy.loopLagRed ? 'red' : 'orange'
    return { light, part: { kind: 'event-loop', lag }, lasting: { red: policy.pauseRedFor } }
  },
})
