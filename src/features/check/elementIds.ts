/** Where keys lead: the note on a matter, and the button that signs off. */
export const WALK_NOTE = 'check-note'
export const SIGN_BUTTON = 'check-sign-off'
