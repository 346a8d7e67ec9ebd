import type { Registry } from 'prom-client'
import type { Pod } from '#e2e/fleet/pod/pod.ts'
import { gaugesOf } from './gaugeOf.ts'

/** `<service>_build_info{version,revision} 1`, as Prometheus' own servers export it. */
export function exportBuildInfo(registry: Registry, pod: Pod): void {
  const name = `${pod.spec.service.replaceAll('-', '_')}_build_info`
  gaugesOf(registry, name, 'What is running: always 1.', ['version', 'revision'], () => [
    { labels: { version: pod.release.version, revision: pod.release.commit }, value: 1 },
  ])
}
