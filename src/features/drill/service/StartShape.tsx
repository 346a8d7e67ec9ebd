import type { StartMark } from '#src/domain/series/startLife.ts'

/** A filled triangle for a deploy, a ring for a restart, as on the lines of the digest; it says nothing itself. */
export function StartShape({ kind }: Pick<StartMark, 'kind'>) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">
      {kind === 'deploy' ? (
        <path d="M6 1.5L11 10.5H1z" fill="currentColor" />
      ) : (
        <circle cx="6" cy="6" r="3.6" fill="var(--ground)" stroke="currentColor" strokeWidth="1.5" />
      )}
    </svg>
  )
}
