import { NO_OPINION, rule } from '#src/domain/verdict/rule.ts'

/** A certificate that ends soon, or has ended: from that moment on nobody can connect any more. */
export const certificate = rule({
  kind: 'certificate',
  on: 'metrics',
  reads: ['certificateExpiry'],
  orange: ['certificateOrange'],
  red: ['certificateRed'],
  atFirst: true,
  find: (pod, policy, now) => {
    if (pod.tracks.metrics?.result.ok !== true) return NO_OPINION
    const expiry = pod.signals?.signals.get('certificateExpiry')
    if (expiry === undefined) return null
    const endsAt = expiry.value * 1000
    if (endsAt - now >= policy.certificateOrange) return null
    const light = endsAt - now < policy.certificateRed ? 'red' : 'orange'
    return { light, part: { kind: 'certificate', endsAt, of: expiry.of } }
  },
})
