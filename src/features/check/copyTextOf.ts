/** Puts a text on the clipboard. False where there is none, as on pages of plain http, or where it was refused. */
export async function copyTextOf(text: string): Promise<boolean> {
  // Undefined on such pages; the platform's types do not know that.
  const clipboard: Clipboard | undefined = navigator.clipboard
  if (clipboard === undefined) return false
  try {
    await clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
