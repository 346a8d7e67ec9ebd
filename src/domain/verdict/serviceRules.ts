import { load } from './rules/load.ts'
import { versionsDisagree } from './rules/versionsDisagree.ts'
import type { ServiceRule } from './serviceRule.ts'

/** The rows of the rule table that only all pods of a service together can answer. */
export const SERVICE_RULES: readonly ServiceRule[] = [load, versionsDisagree]
