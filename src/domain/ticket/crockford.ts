/** Crockford's digits: without I, L, O and U, which are misread. https://www.crockford.com/base32.html */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The digit of a value of 0 to 31; any other one counts by its lowest five bits. */
export const crockford = (value: number): string => DIGITS.charAt(value & 31)
