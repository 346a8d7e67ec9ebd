import type { Priority } from '#src/domain/sla/priority.ts'

const PRIORITY_OF = { P1: 1, P2: 2, P3: 3, P4: 4, P5: 5 } as const satisfies Record<string, Priority>

/** The priority that the fleet file writes as `P1`. */
export const priorityOf = (text: keyof typeof PRIORITY_OF): Priority => PRIORITY_OF[text]
