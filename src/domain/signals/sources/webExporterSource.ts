import { earliest } from '#src/domain/signals/readers/earliest.ts'
import { rate } from '#src/domain/signals/readers/rate.ts'
import { anyUpGauge, upGauge } from '#src/domain/signals/readers/target.ts'
import { exporterByNames, exporterWith, type Source } from '#src/domain/signals/source.ts'

/** nginx-prometheus-exporter: stub_status knows requests and connections, nothing of the process. */
export const NGINX_EXPORTER: Source = {
  name: 'nginx_exporter',
  exporter: exporterWith(
    ['nginxexporter_build_info', 'nginx_exporter_build_info', 'nginx_connections_active'],
    'nginx_up',
  ),
  target: upGauge('nginx_up'),
  rows: [{ signal: 'requestRate', value: rate('nginx_http_requests_total') }],
}

/** blackbox_exporter's /probe; its /metrics has no `probe_success` and tells of itself. */
export const BLACKBOX: Source = {
  name: 'blackbox_exporter',
  exporter: exporterWith(['probe_success']),
  target: upGauge('probe_success'),
  rows: [{ signal: 'certificateExpiry', value: earliest('probe_ssl_earliest_cert_expiry') }],
}

const BY_NAMES = exporterByNames(anyUpGauge)

/**
 * Any further exporter that calls itself one and has an `_up`: what it exports is unknown, what it is not is
 * not.
 */
export const UNKNOWN_EXPORTER: Source = {
  name: 'exporter',
  exporter: BY_NAMES,
  // A service's own `worker_up` is no target: only an exporter's is.
  target: {
    wants: BY_NAMES.wants,
    read: (index) => (BY_NAMES.isOn(index) ? anyUpGauge.read(index) : null),
  },
  rows: [],
}
