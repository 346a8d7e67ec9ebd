import type { PodCell } from '#src/domain/digest/digestRow.ts'
import { WORST_FIRST } from '#src/domain/verdict/light.ts'
import { screenTexts } from '#src/domain/wording/screenTexts.ts'

/** A service's pods in words: `3 pods: 2 ACT, 1 OK`. */
export function podsLabel(pods: readonly PodCell[]): string {
  const counts = WORST_FIRST.flatMap((light) => {
    const n = pods.filter((pod) => pod.light === light).length
    return n === 0 ? [] : [screenTexts.lightCount(n, screenTexts.light[light])]
  })
  return screenTexts.podsLabel(pods.length, counts.join(', '))
}
