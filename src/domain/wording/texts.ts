import { english } from './english.ts'

/** What is said of pods and reasons, in the language in use: the line to change for another. */
export const texts = english
