import { englishAnswerRules } from './englishAnswerRules.ts'
import { englishSignalRules } from './englishSignalRules.ts'
import type { RuleText } from './ruleText.ts'
import type { ReasonKind } from '#src/domain/verdict/reason.ts'

/** Every rule in English. A kind of reason without words does not compile. */
export const englishRules: Readonly<Record<ReasonKind, RuleText>> = {
  ...englishAnswerRules,
  ...englishSignalRules,
}
