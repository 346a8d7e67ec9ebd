/** Names of a parameter of the address, apart by commas; a comma in a name is written `%2C`, a percent sign `%25`. */
export const namesIn = (text: string): readonly string[] =>
  text
    .split(',')
    .filter(Boolean)
    .map((name) => name.replaceAll('%2C', ',').replaceAll('%25', '%'))

/** Writes what `namesIn` reads. */
export const joinNames = (names: readonly string[]): string =>
  names.map((name) => name.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',')
