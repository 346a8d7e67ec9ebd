import { minus } from '#src/domain/signals/readers/combine.ts'
import { earliest } from '#src/domain/signals/readers/earliest.ts'
import { add, less } from '#src/domain/signals/readers/figure.ts'
import { fullest } from '#src/domain/signals/readers/fullest.ts'
import { gauge, seriesCountOf } from '#src/domain/signals/readers/gauge.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { exporterWith, type Source } from '#src/domain/signals/source.ts'

/** Memory, images that are always full, and layers that repeat the disk below them. */
const REAL_FILESYSTEM = {
  fstype: {
    not: [
      'tmpfs',
      'devtmpfs',
      'ramfs',
      'rootfs',
      'overlay',
      'aufs',
      'squashfs',
      'erofs',
      'iso9660',
      'udf',
      'autofs',
      'nsfs',
      'efivarfs',
      'fuse.lxcfs',
    ],
  },
}

/** node_exporter watches the host: none of its `process_*` is meant. */
export const NODE_EXPORTER: Source = {
  name: 'node_exporter',
  exporter: exporterWith([
    'node_exporter_build_info',
    'node_boot_time_seconds',
    'node_memory_MemTotal_bytes',
  ]),
  starts: [earliest('node_boot_time_seconds')],
  rows: [
    {
      signal: 'memory',
      value: minus(gauge('node_memory_MemTotal_bytes'), gauge('node_memory_MemAvailable_bytes')),
      bound: gauge('node_memory_MemTotal_bytes'),
    },
    {
      signal: 'cpu',
      value: rate('node_cpu_seconds_total', { mode: { not: ['idle', 'iowait'] } }),
      bound: seriesCountOf('node_cpu_seconds_total', { mode: 'idle' }),
    },
    { signal: 'fds', value: gauge('node_filefd_allocated'), bound: gauge('node_filefd_maximum') },
    {
      signal: 'disk',
      value: fullest({
        by: ['mountpoint'],
        used: [
          add('node_filesystem_size_bytes', REAL_FILESYSTEM),
          less('node_filesystem_avail_bytes', REAL_FILESYSTEM),
        ],
        bound: [add('node_filesystem_size_bytes', REAL_FILESYSTEM)],
      }),
    },
  ],
}
