import { describe, expect, it } from 'vitest'
import { readPages, wordsOf } from '#src/domain/signals/testing/wordsOf.ts'

const filesystem = (mountpoint: string, fstype: string, size: number, avail: number): string =>
  `node_filesystem_size_bytes{device="d",fstype="${fstype}",mountpoint="${mountpoint}"} ${size}
node_filesystem_avail_bytes{device="d",fstype="${fstype}",mountpoint="${mountpoint}"} ${avail}\n`

const cpu = (user: number, idle: number, iowait: number): string =>
  ['0', '1']
    .map(
      (core) => `node_cpu_seconds_total{cpu="${core}",mode="user"} ${user}
node_cpu_seconds_total{cpu="${core}",mode="system"} ${user}
node_cpu_seconds_total{cpu="${core}",mode="iowait"} ${iowait}
node_cpu_seconds_total{cpu="${core}",mode="idle"} ${idle}\n`,
    )
    .join('')

const HOST = 'node_exporter_build_info{version="1.5.0"} 1\n'

const rows = [
  {
    name: 'the host, not the exporter',
    before: cpu(10, 100, 5),
    now: `${HOST}${cpu(12, 110, 6)}node_memory_MemTotal_bytes 1000\nnode_memory_MemAvailable_bytes 400
node_filefd_allocated 3000\nnode_filefd_maximum 100000\nnode_boot_time_seconds 1799999000
process_resident_memory_bytes 2e7\nprocess_open_fds 9\nprocess_start_time_seconds 1799999999\ngo_goroutines 8`,
    expected: { memory: '600 of 1000', cpu: '0.8 of 2', fds: '3000 of 100000', uptime: '1000' },
  },
  {
    name: 'the kernel without a limit of descriptors',
    before: null,
    now: `${HOST}node_filefd_allocated 3000\nnode_filefd_maximum 9.223372036854776e+18`,
    expected: { fds: '3000' },
  },
  {
    name: 'the same as an unsigned number',
    before: null,
    now: `${HOST}node_filefd_allocated 3000\nnode_filefd_maximum 1.8446744073709552e+19`,
    expected: { fds: '3000' },
  },
  {
    name: 'the fullest real filesystem; images and memory are always full',
    before: null,
    now:
      HOST +
      filesystem('/', 'ext4', 1000, 600) +
      filesystem('/var', 'xfs', 100, 10) +
      filesystem('/snap/core', 'squashfs', 50, 0) +
      filesystem('/run', 'tmpfs', 20, 0) +
      filesystem('/var/lib/docker/overlay2/x/merged', 'overlay', 1000, 1),
    expected: { disk: '90 of 100 (/var)' },
  },
  {
    name: 'nothing but memory and images',
    before: null,
    now: HOST + filesystem('/run', 'tmpfs', 20, 5),
    expected: {},
  },
  {
    name: 'network interfaces that are up or down are no target',
    before: null,
    now: `${HOST}node_network_up{device="eth0"} 0`,
    expected: {},
  },
]

describe('node_exporter', () => {
  for (const { name, before, now, expected } of rows) {
    it(name, () => {
      const readings = readPages(before, now)
      expect(wordsOf(readings)).toEqual(expected)
      expect(readings.target).toBeNull()
    })
  }
})
