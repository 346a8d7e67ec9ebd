import { describe, expect, it } from 'vitest'
import { GLOBAL_KEYS } from '#src/domain/palette/places.ts'
import { boardKeys } from '#src/features/board/boardKeys.ts'
import { deedKeys } from '#src/features/board/deed/deedKeys.ts'
import type { Deeds } from '#src/features/board/deed/deeds.ts'
import type { Queue } from '#src/features/board/queueStore.ts'
import { readingKeys, walkKeys as walkOfCheck } from '#src/features/check/checkKeys.ts'
import type { WalkDeeds } from '#src/features/check/walk/walkDeeds.ts'
import { digestKeys } from '#src/features/digest/digestKeys.ts'
import { alertKeys } from '#src/features/drill/alert/alertKeys.ts'
import { podKeys } from '#src/features/drill/podKeys.ts'
import { serviceKeys } from '#src/features/drill/serviceKeys.ts'
import { trayKeys } from '#src/features/drill/why/trayKeys.ts'
import type { Turning } from '#src/features/wall/usePageTurn.ts'
import { wallKeys } from '#src/features/wall/wallPlaces.ts'
import { englishChecks } from '#src/domain/wording/englishChecks.ts'
import type { KeyTable } from '#src/state/pageKeys.ts'
import { testScreen } from '#src/state/testing/testScreen.ts'
import { walkKeys } from '#src/state/walkKeys.ts'

// Only which keys there are is looked at: nothing of what they do is ever done.
const page = testScreen()
const does = (): boolean => false
const deeds = {} as Deeds
const keysOf = (...tables: readonly KeyTable[]): readonly string[] => tables.flatMap(Object.keys)

const check = walkOfCheck({ deeds: {} as WalkDeeds, current: () => null, onSign: does })
const tray = keysOf(trayKeys(does))

/** Every screen, and all keys that are answered on it at the same time. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  digest: keysOf(digestKeys(page.watch)),
  board: keysOf(boardKeys(deeds, {} as Queue, page)),
  ticket: keysOf(
    deedKeys(deeds, () => undefined),
    walkKeys('a', '/'),
  ),
  check: keysOf(check),
  'report, week, handover': keysOf(readingKeys),
  service: [...keysOf(serviceKeys({ home: does, ticket: does })), ...tray],
  pod: [
    ...keysOf(podKeys({ toggle: does, move: does, previous: does, next: does })),
    ...tray,
    'Escape',
    englishChecks.rawKey,
  ],
  alert: keysOf(alertKeys(does)),
  // `m`, `n` and `i` are those of its sound, its notices and its own figures.
  wall: [...keysOf(wallKeys({} as Turning)), 'm', 'n', 'i'],
  'reach, rules, figures': keysOf(walkKeys('a', '/')),
}

describe('the keymap', () => {
  it.each(Object.entries(SCREENS))('gives each key of the %s one meaning', (_, keys) => {
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it.each(Object.entries(SCREENS))('leaves to the %s no key that all screens have', (_, keys) => {
    expect(keys.filter((key) => GLOBAL_KEYS.includes(key))).toEqual([])
  })

  it.each(Object.entries(SCREENS))('goes through the %s with j and k, and out of it with Esc', (_, keys) => {
    expect(keys).toEqual(expect.arrayContaining(['j', 'k', 'Escape']))
  })
})
