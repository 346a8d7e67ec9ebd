import type { HealthLog } from '#src/domain/health/healthReading.ts'

/** One log entry that a health page carried. */
export type LogEntry = HealthLog & {
  /** The pod whose page it came with. */
  readonly page: string
  /** The pod that wrote it, as the entry itself says; else the one whose page it came with. */
  readonly pod: string
  /** The name of the field that says so; null where none does. */
  readonly podKey: string | null
}
