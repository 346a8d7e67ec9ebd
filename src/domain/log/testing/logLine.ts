import type { HealthLog } from '#src/domain/health/healthReading.ts'

/** A line of a log, with nothing in it unless told. */
export const logLine = (message: string, own: Partial<HealthLog> = {}): HealthLog => ({
  at: null,
  level: null,
  message,
  fields: [],
  ...own,
})
