import { aspNet, aspNetText } from './families/aspNet.ts'
import { nats, rabbitMq } from './families/brokers.ts'
import { consulAgent, consulList } from './families/consul.ts'
import { elasticsearch, etcd, influxDb } from './families/dataStores.ts'
import { dropwizard, dropwizardHealth, nomad } from './families/dropwizard.ts'
import { helloFreshHealthGo, liesenfeldHealth } from './families/goHealth.ts'
import { ietfHealth } from './families/ietfHealth.ts'
import { inHouse } from './families/inHouse.ts'
import { kubeProxy, kubernetesList } from './families/kubernetes.ts'
import { microProfile } from './families/microProfile.ts'
import { grafana, jaeger } from './families/observability.ts'
import { grafanaServices, lightship, plainText } from './families/plainText.ts'
import { springActuator } from './families/springActuator.ts'
import { terminus } from './families/terminus.ts'
import { djangoHealthCheck, heptioHealthcheck } from './families/textMaps.ts'
import { vault } from './families/vault.ts'
import type { JsonFamily, ListFamily, TextFamily } from './finding.ts'

/**
 * Every family of health answers, the first that recognises its own shape wins. Each row but the last of a table
 * claims only bodies of its own shape, so their order matters little; the last takes what teams write themselves.
 * A new family is one file under families/ and one row here.
 */
export const JSON_FAMILIES: readonly JsonFamily[] = [
  vault,
  elasticsearch,
  grafana,
  etcd,
  influxDb,
  jaeger,
  nats,
  rabbitMq,
  kubeProxy,
  consulAgent,
  dropwizard,
  nomad,
  aspNet,
  microProfile,
  springActuator,
  ietfHealth,
  terminus,
  helloFreshHealthGo,
  liesenfeldHealth,
  djangoHealthCheck,
  heptioHealthcheck,
  inHouse,
]

export const LIST_FAMILIES: readonly ListFamily[] = [consulList, dropwizardHealth]

export const TEXT_FAMILIES: readonly TextFamily[] = [
  lightship,
  aspNetText,
  kubernetesList,
  grafanaServices,
  plainText,
]

/** What the first family of a table reads in a body; null when none knows it. */
export const firstFinding = <Body, Context, Found>(
  families: readonly ((body: Body, context: Context) => Found | null)[],
  body: Body,
  context: Context,
): Found | null => {
  for (const family of families) {
    const finding = family(body, context)
    if (finding !== null) return finding
  }
  return null
}
