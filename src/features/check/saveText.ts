import { saveFile } from '#src/ui/saveFile.ts'

/** Hands a text to the browser to be saved as a file, in UTF-8. */
export const saveText = (text: string, name: string): void => saveFile(new TextEncoder().encode(text), name)
