export const gibi = 1
