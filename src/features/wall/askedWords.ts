import type { WallOptions } from '#src/domain/wall/wallOptions.ts'
import { englishWall } from '#src/domain/wording/englishWall.ts'

const { asked } = englishWall

type Asked = Pick<WallOptions, 'teams' | 'tiers' | 'labels'>

/** Whether an address asks for a part of the fleet. */
export const asksForPart = ({ teams, tiers, labels }: Asked): boolean =>
  teams.length + tiers.length + labels.length > 0

/** Which part that is: `team payments or storage and tier 1`. */
export function askedWords({ teams, tiers, labels }: Asked): string {
  const parts = [
    teams.length === 0 ? '' : asked.team(teams.join(asked.or)),
    tiers.length === 0 ? '' : asked.tier(tiers.join(asked.or)),
    labels.length === 0
      ? ''
      : asked.label(labels.map(({ name, value }) => `${name}:${value}`).join(asked.or)),
  ]
  return parts.filter((part) => part !== '').join(asked.and)
}
