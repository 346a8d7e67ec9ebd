import type { WatchClient } from '#src/engine/client.ts'
import type { DrillActions } from '#src/state/drillActions.ts'

/** What screens ask of one service or pod, question by question. */
export const askDrill = ({ ask }: Pick<WatchClient, 'ask'>): DrillActions => ({
  record: async (service, pod) => {
    const answer = await ask({ about: 'record', service, pod })
    return answer.about === 'record' ? answer.found : null
  },
  history: async (wanted) => {
    const answer = await ask({ about: 'history', ...wanted })
    return answer.about === 'history' ? answer.found : null
  },
  families: async (service, pod) => {
    const answer = await ask({ about: 'families', service, pod })
    return answer.about === 'families' ? answer.found : null
  },
  pin: async (service, pod, series, on) => {
    const answer = await ask({ about: 'pin', service, pod, series, on })
    return answer.about === 'pin' ? answer.found : null
  },
  asOf: async (service, at) => {
    const answer = await ask({ about: 'as-of', service, at })
    return answer.about === 'as-of' ? answer.found : null
  },
  surroundings: async (service) => {
    const answer = await ask({ about: 'surroundings', service })
    return answer.about === 'surroundings' ? answer.found : null
  },
})
