import { englishReport } from './englishReport.ts'
import { screenTexts } from './screenTexts.ts'

/** The texts of reports and handovers, in the language in use. */
export const reportTexts = { ...englishReport, light: screenTexts.light }
