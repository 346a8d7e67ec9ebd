import type { CommandKind, Runtime } from '#src/domain/diagnosis/command.ts'

const COMMAND: Readonly<Record<CommandKind, string>> = {
  rollback: 'Take the newest version back; that changes what runs',
  restart: 'Restart all pods, one after the other',
  'rollout-status': 'How far the roll-out is',
  scale: 'Change how many pods there are',
  'delete-pod': 'Delete it; another is started in its place',
  'describe-pod': 'Its node, limits and events: killed, moved, not pulled',
  logs: 'Its last 200 log lines',
  'last-logs': 'What it wrote before its last restart',
  'top-pod': 'CPU and memory of its containers now',
  shell: 'A shell in it; small images have none',
  'open-files': 'Its open files',
  'disk-use': 'How full its disks are',
  'heap-dump': 'A dump of its heap; it stands still meanwhile',
  'thread-dump': 'What each thread does',
  'heap-classes': 'Which classes fill the heap',
  'cpu-record': 'Half a minute of what it computes, as a file',
  'reach-inspector': 'Bring its inspector to port 9229 here, then open chrome://inspect',
  'heap-diff': 'Two heap profiles half an hour apart, and what grew between them',
  goroutines: 'What goroutines do, the most common stacks first',
  'cpu-profile': 'Half a minute of what it computes',
  allocations: 'What allocates most',
  mutexes: 'Which locks are waited for',
  read: 'Read the page',
  'count-series': 'How many series each family has',
  'count-label': 'How many series each value of the label has',
}

const RUNTIME: Readonly<Record<Runtime, string>> = {
  go: 'Go',
  jvm: 'Java',
  node: 'Node',
  python: 'Python',
  dotnet: '.NET',
}

/** What else one has to know to profile a runtime, a sentence each. */
const PROFILER_NOTE: Readonly<Record<Runtime, string>> = {
  go: 'A leak is what grows: take two profiles and compare them with -base. Needs net/http/pprof.',
  jvm: 'Copy the file out with kubectl cp. A dump needs as much free disk as the heap is large.',
  node: 'SIGUSR2 writes a heap snapshot only where it was started with --heapsnapshot-signal=SIGUSR2; SIGUSR1 opens the inspector. To find a slow event loop on your own machine: npx clinic doctor -- node app.js.',
  python:
    'py-spy has to be in the image and needs SYS_PTRACE; without it: kubectl debug with an image that has both.',
  dotnet: 'The tools have to be in the image, or in a container beside it that shares /tmp.',
}

/** What is said of the commands that look into a pod, in English. It is loaded with its screen. */
export const englishTools = {
  command: COMMAND,
  runtime: RUNTIME,
  profilerNote: PROFILER_NOTE,
  nodeHeap: 'Write a snapshot of its heap where it was started; it stands still meanwhile',
  nodeInspector: 'Open its inspector, on port 9229 of its own machine',
  heading: 'Kubernetes',
  pages: 'Profiles in the browser',
  page: {
    heap: 'heap',
    goroutine: 'goroutines',
    profile: 'CPU, 30 s',
    allocs: 'allocations',
    mutex: 'locks',
  },
  runtimeUnknown: 'Its runtime is not known; choose yours.',
  copy: 'Copy',
  copied: 'The command is copied',
  noCommand: 'Its name or address holds characters that must not be pasted into a shell.',
  lacks: {
    kubernetes:
      'The fleet file does not say where it runs. With this in the service, commands are filled in here:',
    workload: 'The fleet file does not name its workload. With this in the service, roll-outs are here, too:',
  },
  lines: {
    kubernetes: '"kubernetes": { "namespace": "…", "workload": "deployment/…" }',
    workload: '"kubernetes": { "workload": "deployment/…" }',
  },
} as const
