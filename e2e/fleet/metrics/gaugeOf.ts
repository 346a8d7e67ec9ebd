import { Gauge, type Registry } from 'prom-client'

type Series = { readonly labels: Readonly<Record<string, string>>; readonly value: number | null }

/** A gauge of one series that is read anew for every page; a null is left out of it. */
export function gaugeOf(registry: Registry, name: string, help: string, read: () => number | null): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      const value = read()
      if (value === null) gauge.reset()
      else gauge.set(value)
    },
  })
}

/** A gauge of several series, read anew for every page. */
export function gaugesOf(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly string[],
  read: () => readonly Series[],
): void {
  const gauge: Gauge = new Gauge({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    collect() {
      gauge.reset()
      for (const { labels, value } of read()) if (value !== null) gauge.set({ ...labels }, value)
    },
  })
}
