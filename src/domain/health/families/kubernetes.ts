import { spendCheck } from '#src/domain/health/checkBudget.ts'
import { cutText } from '#src/domain/health/cutText.ts'
import { found } from '#src/domain/health/finding.ts'
import type { HealthContext, JsonFamily, TextFamily } from '#src/domain/health/finding.ts'
import type { HealthCheck } from '#src/domain/health/healthReading.ts'
import { hasField } from '#src/domain/json/jsonValue.ts'
import { bare } from '#src/domain/health/readChecks.ts'

const LINE = /^\[([+-])\](\S+) ?(.*)$/
const CLOSING = /^(?:\S+ )?check (passed|failed)$/m

/**
 * The verbose list of Kubernetes' API server, kubelet and controller-runtime: `[+]ping ok`,
 * `[-]etcd failed: reason withheld`, then `readyz check failed`. It comes with 500 when one fails.
 */
export const kubernetesList: TextFamily = (text, context) => {
  if (!/^\[[+-]\]/m.test(text)) return null
  const checks = text.split(/\r?\n/).flatMap((line) => readLine(line, context))
  const closing = CLOSING.exec(text)?.[1]
  const failed = closing === 'failed' || /^\[-\]/m.test(text)
  return found({ format: 'kubernetes', state: failed ? 'down' : 'ok', checks })
}

const readLine = (line: string, { budget }: HealthContext): readonly HealthCheck[] => {
  const [, sign, name, rest = ''] = LINE.exec(line.trim()) ?? []
  if (name === undefined || !spendCheck(budget, 1)) return []
  if (sign === '-') return [bare(name, { state: 'down', message: cutText(rest) })]
  return [bare(name, { state: 'ok', message: rest === 'ok' || rest === '' ? null : cutText(rest) })]
}

/** kube-proxy `/healthz`: an ineligible node is being drained; it still works, but takes no new load balancing. */
export const kubeProxy: JsonFamily = (body) => {
  if (!hasField(body, 'lastUpdated') || !hasField(body, 'currentTime')) return null
  const eligible = body['nodeEligible'] !== false
  return found({
    format: 'kubernetes',
    state: eligible ? 'ok' : 'degraded',
    words: eligible ? null : 'the node is not eligible for load balancing',
  })
}
