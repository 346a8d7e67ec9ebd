/** What somebody did in a morning check, as a log says it of them in English. */
export const englishCheckEvents = {
  signedOff: 'signed a morning check off',
  watchEnded: 'ended a watch of a morning check',
}
