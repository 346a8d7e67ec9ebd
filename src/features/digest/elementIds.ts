/** The id of a service's panel in the page. */
export const panelId = (service: string): string => `panel-${encodeURIComponent(service)}`

/** The id by which the key `/` finds its box. */
export const FIND_BOX = 'find'
