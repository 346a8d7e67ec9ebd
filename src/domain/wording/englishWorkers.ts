/** What is said of a pod's workers in English: how busy they are, and what they can do. */
export const englishWorkers = {
  of: (pool: string | null) => (pool === null ? 'workers' : `workers of ${pool}`),
  busy: (who: string, share: string) => `${who} ${share} busy`,
  busyUpTo: (who: string, share: string) => `${who} up to ${share} busy`,
  canDo: (arrive: string, workers: string, took: string, can: string) =>
    `${arrive}/s arrive, ${workers} ${workers === '1' ? 'worker' : 'workers'} at ${took} can do ${can}/s`,
  median: (took: string) => `${took} (median)`,
}
