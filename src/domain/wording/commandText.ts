import { shellWord } from './shellWord.ts'
import type { Command, CommandKind, Inside, Workload } from '#src/domain/diagnosis/command.ts'

/** Written as it is; everything else in a command is a name that somebody else chose. */
type Literal = { readonly raw: string }

const raw = (text: string): Literal => ({ raw: text })

/** Words of a command, each quoted where it has to be; null where one of them cannot be. */
function line(...parts: readonly (string | Literal | null)[]): string | null {
  const words: string[] = []
  for (const part of parts) {
    if (part === null) continue
    const word = typeof part === 'string' ? shellWord(part) : part.raw
    if (word === null) return null
    words.push(word)
  }
  return words.join(' ')
}

/** `kubectl -n shop`; a namespace that is not told is the one that whoever runs it works in. */
const kubectl = (namespace: string | null): readonly (string | Literal | null)[] =>
  namespace === null ? [raw('kubectl')] : [raw('kubectl -n'), namespace]

/** `deployment/orders`: with its kind before it no name can be taken for an option. */
const objectOf = ({ kind, name }: Workload | Inside): string => `${kind}/${name}`

const rollout = (verb: string, target: Workload): string | null =>
  line(...kubectl(target.namespace), raw(`rollout ${verb}`), objectOf(target))

/** `tail`: what is run there, which holds no names; it stands alone where nobody knows where that is. */
const exec = (inside: Inside | null, tail: string): string | null =>
  inside === null
    ? tail
    : line(...kubectl(inside.namespace), raw('exec'), objectOf(inside), raw(`-- ${tail}`))

const onPod = (verb: string, inside: Inside, tail = ''): string | null =>
  line(...kubectl(inside.namespace), raw(verb), objectOf(inside), ...(tail === '' ? [] : [raw(tail)]))

/** A page of a pod, its base URL with or without a slash at its end. */
const page = (url: string, path: string): string => `${url.replace(/\/+$/, '')}${path}`

/** Process 1 is what a container was started for. */
const HEAP_DUMPS: Readonly<Record<Command<'heap-dump'>['runtime'], string>> = {
  jvm: 'jcmd 1 GC.heap_dump /tmp/heap.hprof',
  node: 'kill -USR2 1',
  dotnet: 'dotnet-gcdump collect -p 1',
}

const THREAD_DUMPS: Readonly<Record<Command<'thread-dump'>['runtime'], string>> = {
  jvm: 'jcmd 1 Thread.print',
  python: 'py-spy dump --pid 1',
  dotnet: 'dotnet-stack report -p 1',
}

/** Java Flight Recorder, `py-spy record` and `dotnet-trace collect` write files; SIGUSR1 opens Node's inspector. */
const CPU_RECORDS: Readonly<Record<Command<'cpu-record'>['runtime'], string>> = {
  jvm: 'jcmd 1 JFR.start duration=30s filename=/tmp/profile.jfr',
  node: 'kill -USR1 1',
  python: 'py-spy record --pid 1 --duration 30 --output /tmp/profile.svg',
  dotnet: 'dotnet-trace collect -p 1 --duration 00:00:00:30 -o /tmp/profile.nettrace',
}

/** `kubectl top` takes a name and no `pod/name`; one that begins with a hyphen would be an option, and is no pod's. */
function topPod({ namespace, kind, name }: Inside): string | null {
  if (kind !== 'pod' || name.startsWith('-')) return null
  return line(...kubectl(namespace), raw('top pod'), name, raw('--containers'))
}

/** `curl` fails where the server answers with an error, and shows why it did, but no progress. */
const CURL = 'curl -fsS'

function heapDiff({ url }: Command<'heap-diff'>): string | null {
  const heap = shellWord(page(url, '/debug/pprof/heap'))
  if (heap === null) return null
  const [first, second] = ['old.pb.gz', 'new.pb.gz'].map((file) => `${CURL} -o ${file} ${heap}`)
  return `${first} && sleep 1800 && ${second} && go tool pprof -top -base old.pb.gz new.pb.gz`
}

/** Names that mean nothing to `sed` (the Prometheus data model; newer pages may have others, in quotation marks). */
const PLAIN = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/

const COUNTED = '| sort | uniq -c | sort -rn | head'

const countSeries = ({ url }: Pick<Command<'count-series'>, 'url'>): string | null =>
  line(raw(CURL), url, raw(String.raw`| sed -e '/^#/d' -e 's/[{ ].*//' ${COUNTED}`))

/** The values of one label; where its name cannot be told to `sed`, the series of each family. */
function countLabel({ url, family, label }: Command<'count-label'>): string | null {
  if (!PLAIN.test(family) || !PLAIN.test(label)) return countSeries({ url })
  const values = String.raw`s/^${family}.*[{, ]${label}="\([^"]*\)".*/\1/p`
  return line(raw(CURL), url, raw(`| sed -n '${values}' ${COUNTED}`))
}

const TEXTS: { readonly [K in CommandKind]: (command: Command<K>) => string | null } = {
  rollback: ({ target }) => rollout('undo', target),
  restart: ({ target }) => rollout('restart', target),
  'rollout-status': ({ target }) => rollout('status', target),
  scale: ({ target, replicas }) =>
    line(...kubectl(target.namespace), raw('scale'), objectOf(target), raw(`--replicas=${replicas}`)),
  'delete-pod': (command) => onPod('delete', command.in),
  'describe-pod': (command) => onPod('describe', command.in),
  logs: (command) => onPod('logs', command.in, '--tail=200 --timestamps'),
  'last-logs': (command) => onPod('logs', command.in, '--previous --tail=200'),
  'top-pod': (command) => topPod(command.in),
  shell: (command) =>
    line(...kubectl(command.in.namespace), raw('exec -it'), objectOf(command.in), raw('-- sh')),
  'open-files': (command) => exec(command.in, 'ls -l /proc/1/fd'),
  'disk-use': (command) => exec(command.in, 'df -h'),
  'heap-dump': (command) => exec(command.in, HEAP_DUMPS[command.runtime]),
  'thread-dump': (command) => exec(command.in, THREAD_DUMPS[command.runtime]),
  'heap-classes': (command) => exec(command.in, 'jcmd 1 GC.class_histogram'),
  'cpu-record': (command) => exec(command.in, CPU_RECORDS[command.runtime]),
  'reach-inspector': (command) => onPod('port-forward', command.in, '9229:9229'),
  'heap-diff': heapDiff,
  // With debug=1 equal stacks are counted, the most common first; with debug=2 all are written, and the process stands still.
  goroutines: ({ url }) => line(raw(CURL), page(url, '/debug/pprof/goroutine?debug=1'), raw('| head -n 40')),
  'cpu-profile': ({ url }) => line(raw('go tool pprof -top'), page(url, '/debug/pprof/profile?seconds=30')),
  allocations: ({ url }) =>
    line(raw('go tool pprof -sample_index=alloc_space -top'), page(url, '/debug/pprof/allocs')),
  mutexes: ({ url }) => line(raw('go tool pprof -top'), page(url, '/debug/pprof/mutex')),
  read: ({ url }) => line(raw('curl -sS'), url),
  'count-label': countLabel,
  'count-series': countSeries,
}

/**
 * A command as it is typed into a POSIX shell, on one line. Every name and address in it is one quoted word. Null where one
 * of them cannot be one, or a URL is none that a shell's tools can ask.
 */
export function commandText<K extends CommandKind>(command: Command<K>): string | null {
  if ('url' in command && !/^https?:\/\//i.test(command.url)) return null
  return TEXTS[command.kind](command)
}
