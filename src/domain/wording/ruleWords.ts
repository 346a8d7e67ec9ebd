import { englishRules } from './englishRules.ts'
import { englishRulesPage } from './englishRulesPage.ts'

/**
 * What is said of the rules, in the language in use: the line to change for another. Apart from `texts` and `screenTexts`,
 * as only the page of rules needs it.
 */
export const ruleWords = { ...englishRulesPage, rule: englishRules }
