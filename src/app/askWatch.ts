import type { WatchClient } from '#src/engine/client.ts'
import type { Screen } from '#src/state/screen.ts'

/** What screens ask of the worker, question by question. */
export const askWatch = ({
  ask,
}: Pick<WatchClient, 'ask'>): Pick<
  Screen,
  'detail' | 'behind' | 'policies' | 'lines' | 'explain' | 'exportHistory' | 'importHistory' | 'giveToken'
> => ({
  detail: async (service) => {
    const answer = await ask({ about: 'service', service })
    return answer.about === 'service' ? answer.found : null
  },
  behind: async (service) => {
    const answer = await ask({ about: 'behind', service })
    return answer.about === 'behind' ? answer.found : null
  },
  policies: async () => {
    const answer = await ask({ about: 'policies' })
    return answer.about === 'policies' ? answer.found : null
  },
  lines: async (service, pod) => {
    const answer = await ask({ about: 'lines', service, pod })
    return answer.about === 'lines' ? answer.found : null
  },
  explain: async (service, pod, signal) => {
    const answer = await ask({ about: 'fit', service, pod, signal })
    return answer.about === 'fit' ? answer.found : null
  },
  exportHistory: async () => {
    const answer = await ask({ about: 'export' })
    return answer.about === 'export' ? answer.found : null
  },
  importHistory: async (bytes) => {
    const answer = await ask({ about: 'import', bytes })
    return answer.about === 'import' ? answer.found : null
  },
  giveToken: async (token, shown) => {
    const answer = await ask({ about: 'token', token, shown })
    return answer.about === 'token' && answer.found === true
  },
})
