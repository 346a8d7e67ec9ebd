/** `[INFO] up` and `[+]ping ok` begin like a list, but no JSON value begins with their second character. */
const JSON_BEGUN = /^\s*(?:\{|\[\s*(?:$|[[\]{"\d-]|true|false|null))/

/** Whether a text begins as JSON does whose value is an object or a list. */
export const looksLikeJson = (text: string): boolean => JSON_BEGUN.test(text)
