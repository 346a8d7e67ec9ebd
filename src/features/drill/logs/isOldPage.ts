import type { Detail } from '#src/state/screen.ts'

/** Whether a pod's newest health probe gave no reading: what is known of its page is of an earlier one. */
export const isOldPage = ({ endpoints }: Detail['pods'][number]): boolean =>
  endpoints.some(({ endpoint, failure }) => endpoint === 'health' && failure !== null)
