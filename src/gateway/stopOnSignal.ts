import type { Outcome } from './runCommand.ts'

// Whatever does not let go by then is left to the end of the process.
const PATIENCE_MS = 1000

/** Ends this process with the outcome's exit code, or at the first Ctrl-C or SIGTERM, at once. */
export function stopOnSignal(outcome: Outcome): void {
  if ('exitCode' in outcome) {
    process.exitCode = outcome.exitCode
    return
  }
  const leave = (): void => {
    setTimeout(() => process.exit(0), PATIENCE_MS).unref()
    void outcome.stop().finally(() => process.exit(0))
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
}
