/** What is said of the ways from the digest to a service or a pod. Apart from the screen's texts, as the first chunk has no room. */
export const englishWays = {
  titles: {
    service: 'Service',
    pod: 'Pod',
    alert: 'Alert',
    check: 'Morning check',
    wall: 'Wall',
    preferences: 'Preferences',
  },
  service: (name: string) => `Open ${name}`,
  check: 'Check',
  pod: 'Open pod',
  podLabel: (name: string) => `Open pod ${name}`,
  keys: [
    ['d', 'dig: to the worst pod of the service, where its failing layer is open'],
    ['s', 'to the service'],
    ['c', 'to the morning check'],
  ] as readonly (readonly [string, string])[],
}
