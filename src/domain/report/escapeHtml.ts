import { plainLine } from './plainLine.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text of anybody for a place between tags or within the quotes of an attribute: it is neither tag nor attribute there. */
export const escapeHtml = (text: string): string =>
  plainLine(text).replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found)
