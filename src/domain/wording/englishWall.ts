import type { WallRefusal } from '#src/domain/wall/wallOptions.ts'
import type { Light } from '#src/domain/verdict/light.ts'

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** One letter for each light: it is read where no colour is, and from further away than a word. */
const LETTER: Readonly<Record<Light, string>> = { green: 'O', orange: 'W', red: 'A', unknown: '?' }

/** What the wall says. Its chunk is loaded when it is opened: nothing else needs these texts. */
export const englishWall = {
  title: 'Wall',
  letter: LETTER,
  tiles: 'Services',
  empty: {
    filtered: 'No service is of what this address asks for',
    filteredFix: (asked: string) => `It asks for ${asked}. Take that out of the address, or change it.`,
    all: 'Show all services',
  },
  asked: {
    team: (names: string) => `team ${names}`,
    tier: (names: string) => `tier ${names}`,
    label: (names: string) => `label ${names}`,
    or: ' or ',
    and: ' and ',
  },
  /** `2 of 3 pods out`. */
  podsOut: (out: number, of: number) => `${out} of ${count(of, 'pod')} out`,
  allPodsOut: (of: number) => (of === 1 ? 'its pod is out' : `all ${of} pods out`),
  since: (moment: string) => `since ${moment}`,
  was: (word: string, moment: string) => `was ${word} ${moment}`,
  neverSeen: 'not seen yet',
  drags: (n: number) => `drags ${count(n, 'other')} down`,
  under: (root: string) => `under ${root}`,
  more: (n: number) => `+${n}`,

  strip: {
    label: 'State of the wall',
    age: 'seen',
    ago: 'ago',
    old: 'OLD',
    oldSeen: 'last seen',
    unseen: 'not all seen yet',
    breach: 'next breach',
    noBreach: 'no breach ahead',
    in: (left: string) => `in ${left}`,
    overdue: (n: number) => `${n} breached`,
    p1: 'P1 waiting',
    ticketsUnknown: 'board not read yet',
    ticketsOld: 'board is old',
    ticketsOffline: 'board offline',
    duty: 'RUN duty',
    until: (moment: string) => `until ${moment}`,
    nobody: 'nobody named',
    health: 'polling',
    polled: (pods: number) => count(pods, 'pod'),
    starting: 'starting',
    silent: (moment: string) => `silent since ${moment}`,
    blind: (moment: string) => `blind since ${moment}`,
    fault: 'stumbles',
    looking: (seen: number, of: number) => `${seen} of ${of} seen`,
  },
  head: {
    /** Of a wall that shows a part of the fleet. */
    shown: (n: number, of: number, asked: string) => `${n} of ${count(of, 'service')}: ${asked}`,
    hiddenRed: (n: number) => `${n} not shown ${n === 1 ? 'needs' : 'need'} action`,
    hiddenUnseen: (n: number) => `${n} not shown cannot be seen`,
    hiddenWatch: (n: number) => `${n} not shown to watch`,
    legible: (metres: string) => `names are read from ${metres} m`,
  },
  pages: {
    label: 'Pages',
    page: (n: number, of: number) => `page ${n} of ${of}`,
    next: (left: string) => `next in ${left}`,
    held: 'held; space bar goes on',
    byHand: 'Page Down turns',
  },
  refused: {
    title: (n: number) => `${count(n, 'part')} of this address ${n === 1 ? 'is' : 'are'} not understood`,
    more: (n: number) => `and ${n} more`,
    one: (param: string, value: string, wanted: WallRefusal['wanted']) => {
      if (wanted.kind === 'nothing') return `${param}: there is no such option`
      if (wanted.kind === 'one-of') return `${param}=${value}: write ${wanted.of.join(', ')}`
      if (wanted.kind === 'label') return `${param}=${value}: write name:value`
      return `${param}=${value}: write a number from ${wanted.least} to ${wanted.most}`
    },
  },
  keys: [
    ['j  k  ↓  ↑', 'next, previous service'],
    ['Enter', 'to the service'],
    ['PageDown  PageUp', 'next, previous page; it stays then'],
    ['Space', 'turn pages by themselves, or no longer'],
    ['Esc', 'leave the tiles'],
    ['?', 'this list'],
  ] as readonly (readonly [string, string])[],
} as const
