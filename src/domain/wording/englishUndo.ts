/** Why a priority is lowered by whoever undoes having raised it: lowering takes a reason. */
export const TAKEN_BACK = 'Taken back.'
