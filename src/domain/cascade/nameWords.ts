/**
 * The words of a name, in lower case: `paymentService`, `payment_service` and `Payment Service` are the same two. A name
 * without letters and digits has none.
 */
export const nameWords = (name: string): readonly string[] =>
  name
    .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
