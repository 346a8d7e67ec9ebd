import { englishStart } from './englishStart.ts'

/** The texts of the start, in the language in use. Apart from `screenTexts`, as the first chunk of the page needs no more. */
export const startTexts = englishStart
