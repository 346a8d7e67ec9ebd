/** The id of a service's panel in the page. */
export const panelId = (service: string): string => `panel-${encodeURIComponent(service)}`
