/** What the comment of a silence begins with where it stands for an acknowledgement (karma; kthxbye prolongs those). */
const ACK = /^\s*ACK!/i

/** Crockford's base 32, as codes of tickets are written. */
const CODE = /\bT-[\dA-HJKMNP-TV-Z]{5}\b/

/** The comment of a silence of ours: whose ticket it is about is found again by its code. */
export const ackComment = (code: string, url: string): string => `ACK! ${code} ${url}`.trimEnd()

/** Whether a silence with that comment is an acknowledgement. */
export const isAck = (comment: string): boolean => ACK.test(comment)

/** The code of the ticket that a comment names; null where it names none. */
export const codeIn = (comment: string): string | null => CODE.exec(comment)?.[0] ?? null
