/** `services[2]` and `url` make `services[2].url`; odd keys are quoted. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  if (!/^[$\w]+$/.test(key)) return `${path}[${JSON.stringify(printable(key))}]`
  return path === '' ? key : `${path}.${key}`
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'nothing'
  } catch {
    // It is parsed without recursion and written with it: a hundred thousand brackets are too deep.
    return Array.isArray(value) ? '[…]' : '{…}'
  }
}

/** A value of the file as a person can read it in one line: short, without control characters. */
export function printable(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonOf(value)
  const clean = text.replaceAll(/\p{Cc}/gu, ' ')
  return clean.length > 60 ? `${clean.slice(0, 59)}…` : clean
}
