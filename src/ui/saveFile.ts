let last: string | null = null

/**
 * Hands bytes to the browser to be saved as a file of that name. Their address stays valid until the next one: browsers
 * may begin to read it only after this has returned.
 */
export function saveFile(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  if (last !== null) URL.revokeObjectURL(last)
  last = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = last
  link.download = name
  link.click()
}
