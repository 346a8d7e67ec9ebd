/** The texts of the button that copies the address of a view, in English. */
export const englishCopyLink = {
  copy: 'Copy link to this view',
  done: 'The link is copied',
  /** Where the browser gives pages no clipboard: on plain http. */
  byHand: 'Copy this address',
}
