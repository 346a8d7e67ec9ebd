/** How many bad answers it takes to be believed: `after 2 such answers in a row`. */
export const inARow = (answers: number): string =>
  answers === 1 ? 'after the first such answer' : `after ${answers} such answers in a row`
