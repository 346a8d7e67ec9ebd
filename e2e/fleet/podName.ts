// The alphabet of Kubernetes' generated names: no vowels, no 0, 1 or 3 (k8s.io/apimachinery/pkg/util/rand).
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789'

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash
}

function suffix(seed: string): string {
  let text = ''
  for (let index = 0; index < 5; index += 1)
    text += ALPHABET.charAt(fnv1a(`${index}:${seed}`) % ALPHABET.length)
  return text
}

/** The name of a service's n-th pod (from 0), shaped as a Deployment's pods are and the same in every run. */
export const podName = (service: string, index: number): string =>
  `${service}-${suffix(service)}-${suffix(`${service}/${index}`)}`
