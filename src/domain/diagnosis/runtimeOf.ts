import type { PodFacts } from '#src/domain/verdict/podFacts.ts'
import type { Runtime } from './command.ts'

/** How versions of runtimes begin, as they are read: `go1.22`, `java 21.0.2`, `node v20.20.2`. */
const NAMES: readonly (readonly [RegExp, Runtime])[] = [
  [/^go/i, 'go'],
  [/^(?:java|jvm|openjdk|graal)/i, 'jvm'],
  [/^node/i, 'node'],
  [/^(?:c?python|pypy)/i, 'python'],
  [/^(?:dotnet|\.net)/i, 'dotnet'],
]

/** What a pod's process is written in: what its version tells, else its goroutines; null where neither does. */
export function runtimeOf({ version, signals }: Pick<PodFacts, 'version' | 'signals'>): Runtime | null {
  const told = version?.runtime ?? ''
  const known = NAMES.find(([pattern]) => pattern.test(told))
  if (known !== undefined) return known[1]
  return signals?.signals.has('goroutines') === true ? 'go' : null
}
