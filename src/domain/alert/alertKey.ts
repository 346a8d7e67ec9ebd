const PREFIX = 'alertmanager|'

/** The key of an alert's alarm, the same from one episode to the next. */
export const alertKey = (fingerprint: string): string => `${PREFIX}${fingerprint}`

/** Whether a key is an alert's. */
export const isAlertKey = (key: string): boolean => key.startsWith(PREFIX)
