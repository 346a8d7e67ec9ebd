import type { CheckChange, CheckItem } from '#src/domain/check/morningCheck.ts'

/** Under which heading a matter stands. */
export type ChangeGroup =
  | 'act'
  | 'watch'
  | 'unseen'
  | 'over'
  | 'tickets'
  | 'recovered'
  | 'gone'
  | 'changed'
  | 'watched'

export type Grouped = { readonly group: ChangeGroup; readonly items: readonly CheckItem[] }

/** From what asks for somebody to what only happened: as the walk goes. */
const ORDER: readonly ChangeGroup[] = [
  'act',
  'watch',
  'unseen',
  'over',
  'tickets',
  'recovered',
  'gone',
  'changed',
  'watched',
]

const GROUP: Readonly<Record<CheckChange, ChangeGroup>> = {
  'new-red': 'act',
  worse: 'act',
  'still-red': 'act',
  'new-orange': 'watch',
  better: 'watch',
  'still-orange': 'watch',
  unseen: 'unseen',
  recovered: 'recovered',
  ticket: 'tickets',
  watch: 'watched',
  gone: 'gone',
  well: 'changed',
}

/** Where a matter stands by what changed; a watch that is over asks for somebody again. */
const groupOf = ({ change, watch }: Pick<CheckItem, 'change' | 'watch'>): ChangeGroup =>
  change === 'watch' && watch?.isOver === true ? 'over' : GROUP[change]

/** The matters under their headings, each in the order that it came in; headings without a matter are left out. */
export function changeGroups(items: readonly CheckItem[]): readonly Grouped[] {
  const groups = new Map<ChangeGroup, CheckItem[]>()
  for (const item of items) {
    const group = groupOf(item)
    groups.set(group, [...(groups.get(group) ?? []), item])
  }
  return ORDER.flatMap((group) => {
    const its = groups.get(group)
    return its === undefined ? [] : [{ group, items: its }]
  })
}

/** Groups whose matters stand in two lines: what is so now has a reason, what is over has only its story. */
export const isTall = (group: ChangeGroup): boolean =>
  group === 'act' || group === 'watch' || group === 'unseen' || group === 'over'
