import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command, Inside, Workload } from '#src/domain/diagnosis/command.ts'
import { commandText } from './commandText.ts'
import { shellWord } from './shellWord.ts'

const ORDERS: Workload = { namespace: 'shop', kind: 'deployment', name: 'orders' }
const POD: Inside = { namespace: 'shop', kind: 'pod', name: 'orders-1' }
const URL = 'http://10.0.0.7:8080'

it.each<[Command, string | null]>([
  [{ kind: 'rollback', target: ORDERS }, 'kubectl -n shop rollout undo deployment/orders'],
  [{ kind: 'rollback', target: { ...ORDERS, namespace: null } }, 'kubectl rollout undo deployment/orders'],
  [
    { kind: 'restart', target: { ...ORDERS, kind: 'statefulset' } },
    'kubectl -n shop rollout restart statefulset/orders',
  ],
  [{ kind: 'scale', target: ORDERS, replicas: 6 }, 'kubectl -n shop scale deployment/orders --replicas=6'],
  [{ kind: 'delete-pod', in: POD }, 'kubectl -n shop delete pod/orders-1'],
  [{ kind: 'describe-pod', in: POD }, 'kubectl -n shop describe pod/orders-1'],
  [{ kind: 'last-logs', in: POD }, 'kubectl -n shop logs pod/orders-1 --previous --tail=200'],
  [{ kind: 'rollout-status', target: ORDERS }, 'kubectl -n shop rollout status deployment/orders'],
  [{ kind: 'logs', in: POD }, 'kubectl -n shop logs pod/orders-1 --tail=200 --timestamps'],
  [{ kind: 'top-pod', in: POD }, 'kubectl -n shop top pod orders-1 --containers'],
  [
    { kind: 'top-pod', in: { ...POD, name: "a'; reboot #" } },
    String.raw`kubectl -n shop top pod 'a'\''; reboot #' --containers`,
  ],
  [{ kind: 'top-pod', in: { ...POD, name: '--all-namespaces' } }, null],
  [{ kind: 'top-pod', in: ORDERS }, null],
  [{ kind: 'shell', in: POD }, 'kubectl -n shop exec -it pod/orders-1 -- sh'],
  [{ kind: 'heap-dump', runtime: 'jvm', in: null }, 'jcmd 1 GC.heap_dump /tmp/heap.hprof'],
  [{ kind: 'heap-classes', in: POD }, 'kubectl -n shop exec pod/orders-1 -- jcmd 1 GC.class_histogram'],
  [
    { kind: 'cpu-record', runtime: 'python', in: POD },
    'kubectl -n shop exec pod/orders-1 -- py-spy record --pid 1 --duration 30 --output /tmp/profile.svg',
  ],
  [{ kind: 'cpu-record', runtime: 'node', in: null }, 'kill -USR1 1'],
  [{ kind: 'reach-inspector', in: POD }, 'kubectl -n shop port-forward pod/orders-1 9229:9229'],
  [{ kind: 'open-files', in: POD }, 'kubectl -n shop exec pod/orders-1 -- ls -l /proc/1/fd'],
  [{ kind: 'disk-use', in: { ...ORDERS } }, 'kubectl -n shop exec deployment/orders -- df -h'],
  [
    { kind: 'heap-dump', runtime: 'jvm', in: POD },
    'kubectl -n shop exec pod/orders-1 -- jcmd 1 GC.heap_dump /tmp/heap.hprof',
  ],
  [
    { kind: 'thread-dump', runtime: 'python', in: POD },
    'kubectl -n shop exec pod/orders-1 -- py-spy dump --pid 1',
  ],
  [
    { kind: 'heap-diff', url: `${URL}/` },
    `curl -fsS -o old.pb.gz ${URL}/debug/pprof/heap && sleep 1800 && curl -fsS -o new.pb.gz ${URL}/debug/pprof/heap && go tool pprof -top -base old.pb.gz new.pb.gz`,
  ],
  [{ kind: 'goroutines', url: URL }, `curl -fsS '${URL}/debug/pprof/goroutine?debug=1' | head -n 40`],
  [{ kind: 'cpu-profile', url: URL }, `go tool pprof -top '${URL}/debug/pprof/profile?seconds=30'`],
  [{ kind: 'mutexes', url: URL }, `go tool pprof -top ${URL}/debug/pprof/mutex`],
  [
    { kind: 'allocations', url: URL },
    `go tool pprof -sample_index=alloc_space -top ${URL}/debug/pprof/allocs`,
  ],
  [{ kind: 'read', url: `${URL}/health` }, `curl -sS ${URL}/health`],
  [
    { kind: 'count-series', url: `${URL}/metrics` },
    `curl -fsS ${URL}/metrics | sed -e '/^#/d' -e 's/[{ ].*//' | sort | uniq -c | sort -rn | head`,
  ],
  [
    { kind: 'count-label', url: `${URL}/metrics`, family: 'http_requests_total', label: 'user_agent' },
    String.raw`curl -fsS ${URL}/metrics | sed -n 's/^http_requests_total.*[{, ]user_agent="\([^"]*\)".*/\1/p' | sort | uniq -c | sort -rn | head`,
  ],
  [
    { kind: 'count-label', url: `${URL}/metrics`, family: 'x', label: "a';reboot;'" },
    `curl -fsS ${URL}/metrics | sed -e '/^#/d' -e 's/[{ ].*//' | sort | uniq -c | sort -rn | head`,
  ],
  [{ kind: 'delete-pod', in: { ...POD, name: '--all' } }, 'kubectl -n shop delete pod/--all'],
  [
    { kind: 'delete-pod', in: { ...POD, name: "a'; reboot #" } },
    String.raw`kubectl -n shop delete 'pod/a'\''; reboot #'`,
  ],
  [{ kind: 'delete-pod', in: { ...POD, name: 'a\nreboot' } }, null],
  [{ kind: 'delete-pod', in: { ...POD, name: 'a\u001B[201~reboot' } }, null],
  [{ kind: 'delete-pod', in: { ...POD, name: 'a\u202Etoober' } }, null],
  [{ kind: 'read', url: 'pods/orders-1/health' }, null],
  [{ kind: 'heap-diff', url: '/pods/orders-1' }, null],
  [{ kind: 'read', url: 'file:///etc/passwd' }, null],
])('%j is %s', (command, expected) => expect(commandText(command)).toBe(expected))

/** The words that a real shell makes of some text. */
const wordsOf = (text: string): string[] =>
  execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

/** Letters, blanks, and all that means something to a shell. */
const NASTY = fc.string({
  unit: fc.constantFrom(...`ab-'"\\ $\`!;&|<>(){}[]*?~#=%^,:\n\té`.split('')),
  maxLength: 12,
})
const NAMES = fc.array(fc.oneof(NASTY, fc.string({ unit: 'grapheme', maxLength: 8 })), {
  minLength: 1,
  maxLength: 60,
})

it('counts the values of a label on a page', () => {
  const page = [
    '# HELP hits_total hits by agent="nobody"',
    'hits_total{code="200",agent="curl/8"} 4',
    'hits_total{agent="curl/8",code="500"} 1',
    'hits_total{agent="w3m",code="200"} 2 1700000000000',
    'hits_total{my_agent="lynx"} 2',
    'other{agent="links"} 3',
  ].join('\n')
  const text = commandText({ kind: 'count-label', url: URL, family: 'hits_total', label: 'agent' }) ?? ''
  const counted = execFileSync('/bin/sh', ['-c', text.slice(text.indexOf('|') + 1)], {
    input: `${page}\n`,
    encoding: 'utf8',
  })
  expect(
    counted
      .trim()
      .split(/\n/)
      .map((row) => row.trim()),
  ).toEqual(['2 curl/8', '1 w3m'])
})

describe('a name that somebody else chose', () => {
  it('is one word to a shell, or none is made of it', () => {
    fc.assert(
      fc.property(NAMES, (names) => {
        const usable = names.filter((name) => name !== '' && shellWord(name) !== null)
        const said = wordsOf(['x', ...usable.map(shellWord)].join(' '))
        expect(said).toEqual(['x', ...usable])
      }),
      { numRuns: 40 },
    )
  })

  it('does not change how many words a command has', () => {
    fc.assert(
      fc.property(NAMES, (names) => {
        const commands = names.flatMap(
          (name) => commandText({ kind: 'open-files', in: { namespace: 'shop', kind: 'pod', name } }) ?? [],
        )
        const words = commands.length === 0 ? [] : wordsOf(commands.join(' '))
        expect(words).toHaveLength(9 * commands.length)
      }),
      { numRuns: 40 },
    )
  })

  it('of a label is only told to sed where it means nothing there', () => {
    const url = `${URL}/metrics`
    const other = commandText({ kind: 'count-series', url })
    fc.assert(
      fc.property(NASTY, NASTY, (family, label) => {
        const isPlain = [family, label].every((name) => /^[ab]+$/.test(name))
        expect(commandText({ kind: 'count-label', url, family, label }) === other).toBe(!isPlain)
      }),
    )
  })

  it('with a character that nobody sees makes no word', () => {
    for (const unseen of [
      '\n',
      '\r',
      '\u0000',
      '\u001B',
      '\u009B',
      '\u200B',
      '\u202E',
      '\u2028',
      '\u00A0',
      '\uD800',
    ])
      expect(shellWord(`a${unseen}b`)).toBeNull()
  })
})
