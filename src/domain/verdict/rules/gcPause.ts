import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'
import { valueOf } from './valueOf.ts'
import { windowOf } from './windowOf.ts'

/**
 * The whole process stands still while garbage is collected. A few collections come between two pages, and one of them may
 * be long: it has to last, and ten times as long has to last for longer.
 */
export const gcPause = rule({
  kind: 'gc-pause',
  on: 'metrics',
  reads: ['gcPauseP99'],
  orange: ['gcPauseOrange', 'excursionFor'],
  red: ['gcPauseRed', 'pauseRedFor'],
  find: (pod, policy) => {
    if (windowOf(pod) === null) return NO_OPINION
    const pause = (valueOf(pod, 'gcPauseP99') ?? 0) * 1000
    if (pause <= policy.gcPauseOrange) return null
    const light = pause > policy.gcPauseRed ? 'red' : 'orange'
    const lasting = { orange: policy.excursionFor, red: policy.pauseRedFor }
    return { light, part: { kind: 'gc-pause', pause }, lasting }
  },
})
