import { englishScreen } from './englishScreen.ts'

/** The texts of the screens, in the language in use. Apart from `texts`, as the first chunk of the page needs no more. */
export const screenTexts = englishScreen
