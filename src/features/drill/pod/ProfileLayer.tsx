import type { Command, Runtime } from '#src/domain/diagnosis/command.ts'
import { type Profiler, toolsOf } from '#src/domain/layer/toolsOf.ts'
import { commandText } from '#src/domain/wording/commandText.ts'
import { englishTools } from '#src/domain/wording/englishTools.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { ExternalLink } from '#src/ui/ExternalLink.tsx'
import { FixLines } from '#src/ui/FixList.tsx'
import { podAddress } from '#src/ui/podAddress.ts'
import parts from './layerParts.module.css'
import styles from './profile.module.css'
import { useAskedFrom } from './useAskedFrom.ts'
import type { FoundPodFacts } from './usePodFound.ts'

const words = englishTools

/** Pages of Go's net/http/pprof, as a browser opens them. */
const PAGES = {
  heap: 'debug/pprof/heap',
  goroutine: 'debug/pprof/goroutine?debug=1',
  profile: 'debug/pprof/profile?seconds=30',
  allocs: 'debug/pprof/allocs',
  mutex: 'debug/pprof/mutex',
} as const

const PAGE_NAMES = ['heap', 'goroutine', 'profile', 'allocs', 'mutex'] as const

/** What a command is for; of Node some do other things than their like. */
function sayOf(command: Command): string {
  const isNode = 'runtime' in command && command.runtime === 'node'
  if (isNode && command.kind === 'heap-dump') return words.nodeHeap
  return isNode && command.kind === 'cpu-record' ? words.nodeInspector : words.command[command.kind]
}

function Commands({ commands }: { readonly commands: readonly Command[] }) {
  return (
    <ul className={styles.commands}>
      {commands.map((command) => {
        const text = commandText(command)
        return (
          <li key={command.kind}>
            <span>{sayOf(command)}</span>
            {text === null ? (
              <span className={parts.quiet}>{words.noCommand}</span>
            ) : (
              <span className={styles.command}>
                <code>{text}</code>
                <CopyButton text={text} label={words.copy} done={words.copied} />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Ways to the profiles of a Go process, which a browser downloads or shows. */
function Pages({ url }: { readonly url: string }) {
  return (
    <p className={styles.pages}>
      {PAGE_NAMES.map((page) => (
        <ExternalLink key={page} href={podAddress(url, PAGES[page], url)}>
          {words.page[page]}
        </ExternalLink>
      ))}
    </p>
  )
}

function Profile({
  profiler: { runtime, commands },
  url,
}: {
  readonly profiler: Profiler
  readonly url: string
}) {
  return (
    <>
      {runtime === 'go' && <Pages url={url} />}
      <Commands commands={commands} />
      <p className={styles.note}>{words.profilerNote[runtime]}</p>
    </>
  )
}

type Props = {
  readonly service: string
  readonly found: FoundPodFacts
  readonly runtime: Runtime | null
}

/** What to run to look into a pod, filled in: of its runtime, or folded those of all, and of Kubernetes. */
export function ProfileLayer({ service, found, runtime }: Props) {
  const { fleetUrl } = useAskedFrom()
  const { pod, detail, surroundings } = found
  const url = podAddress(pod.url, '', fleetUrl)
  const tools = toolsOf({
    service,
    pod: pod.name,
    pods: detail.pods.map(({ name }) => name),
    url: pod.shownUrl ?? url,
    kubernetes: surroundings?.kubernetes ?? null,
    runtime,
  })
  return (
    <>
      {runtime === null && <p className={parts.quiet}>{words.runtimeUnknown}</p>}
      {tools.profilers.map((profiler) =>
        runtime === null ? (
          <details key={profiler.runtime} className={parts.more}>
            <summary>{words.runtime[profiler.runtime]}</summary>
            <Profile profiler={profiler} url={url} />
          </details>
        ) : (
          <section key={profiler.runtime} className={parts.part} aria-label={words.runtime[profiler.runtime]}>
            <h3>{words.runtime[profiler.runtime]}</h3>
            <Profile profiler={profiler} url={url} />
          </section>
        ),
      )}
      <section className={parts.part} aria-label={words.heading}>
        <h3>{words.heading}</h3>
        <Commands commands={tools.kubernetes} />
        {tools.lacks !== null && (
          <div className={parts.hint}>
            <p>{words.lacks[tools.lacks]}</p>
            <FixLines lines={[words.lines[tools.lacks]]} of={words.heading} />
          </div>
        )}
      </section>
    </>
  )
}
