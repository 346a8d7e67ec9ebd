import { type EpochMs, minutes } from '#src/domain/time/units.ts'
import { type Light, WORST_FIRST } from '#src/domain/verdict/light.ts'
import type { Trouble } from '#src/domain/cascade/trouble.ts'

const isLight = (word: string | undefined): word is Light => WORST_FIRST.some((light) => light === word)

/** For tests: so many minutes after they begin. */
export const minuteOf = (minute: number): EpochMs => 1_793_577_600_000 + minutes(minute)

/**
 * For tests: services in a line each, `gateway red 5 own > orders search`: its name, its light, the minute in which that
 * began (0 unless told) and what it needs. `own`: with an independent reason; `unfelt`: callers do not feel it;
 * `mute`: it never answered.
 */
export function troubles(lines: readonly string[]): readonly Trouble[] {
  return lines.map((line): Trouble => {
    const [own = '', needs = ''] = line.split('>')
    const [service = '', light, ...words] = own.trim().split(' ')
    if (!isLight(light)) throw new Error(`no light in "${line}"`)
    return {
      service,
      light,
      since: minuteOf(Number(words.find((word) => /^\d+$/.test(word)) ?? 0)),
      dependsOn: needs.split(' ').filter((name) => name !== ''),
      independent: words.includes('own'),
      hurtsCallers: !words.includes('unfelt'),
      everAnswered: !words.includes('mute'),
    }
  })
}
