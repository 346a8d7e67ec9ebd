import { getParam, setParams, useParam } from '#src/state/hashRoute.ts'

/*
 * What is looked for and which family is open lie in the address: `#/s/orders/p/orders-2?find-metric=queue&family=jobs`.
 */

/** What is looked for; the empty text: everything. */
export const useFindMetric = (): string => useParam('find-metric')
export const setFindMetric = (find: string): void => setParams({ 'find-metric': find }, 'replace')

/** The family whose series are shown; the empty text: none. */
export const useOpenFamily = (): string => useParam('family')
export const setOpenFamily = (family: string | null): void => setParams({ family }, 'replace')

/** Whether the address asks for something of the metrics: then they are in sight from the start. */
export const areMetricsAsked = (): boolean => getParam('family') !== '' || getParam('find-metric') !== ''
