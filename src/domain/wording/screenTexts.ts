import { englishScreen } from './englishScreen.ts'

/** The texts of the screens, in the language in use. Apart from `texts`, which is what is said of pods and reasons. */
export const screenTexts = englishScreen
