/**
 * What stands in the place of a ticket on events of morning checks: they are shared, sent, exported and taken in like all
 * others, but no ticket is ever made of them. Ids of tickets are digits of a hash, in capitals.
 */
export const CHECKS = 'checks'
