import { err, ok, type Result } from '#src/domain/result.ts'

/** The text as JSON, or null where it is none. */
function parsed(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}

/**
 * The entries of a file of tickets: one JSON value a line (https://jsonlines.org), or one JSON array of them. Empty lines
 * count for nothing. Fails with the number, from 1, of the first line that is no JSON; what the entries mean is not
 * looked at.
 */
export function readTicketFile(text: string): Result<readonly unknown[], number> {
  const whole = parsed(text)
  if (whole !== null && Array.isArray(whole.value)) return ok(whole.value)
  const entries: unknown[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const entry = parsed(line)
    if (entry === null) return err(i + 1)
    entries.push(entry.value)
  }
  return ok(entries)
}
