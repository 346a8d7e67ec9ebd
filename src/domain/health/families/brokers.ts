import { found } from '#src/domain/health/finding.ts'
import type { JsonFamily } from '#src/domain/health/finding.ts'
import { asObject, field, firstText, hasField, textField } from '#src/domain/json/jsonValue.ts'
import { bare } from '#src/domain/health/readChecks.ts'

/** nats-server `/healthz` in trouble: `unavailable` and an error; with details also a list of errors. */
export const nats: JsonFamily = (body) => {
  const { errors } = body
  const isIts = hasField(body, 'error') || Array.isArray(errors)
  const word = textField(body, 'status')
  if (!isIts || (word !== 'unavailable' && !Array.isArray(errors)) || word === null) return null
  const listed = Array.isArray(errors)
    ? errors.slice(0, 100).map((error: unknown) => asObject(error) ?? {})
    : []
  return found({
    format: 'nats',
    state: word === 'ok' ? 'ok' : 'down',
    words: textField(body, 'error'),
    checks: listed.map((error) =>
      bare(firstText(error, ['stream', 'consumer', 'account', 'type']) ?? 'error', {
        state: 'down',
        message: firstText(error, ['error', 'type']),
      }),
    ),
  })
}

/** RabbitMQ management `/api/health/checks/…`: `failed` with its reason; `ok` comes as a bare status word. */
export const rabbitMq: JsonFamily = (body) => {
  const word = textField(body, 'status')
  const reason = firstText(body, ['reason', 'error'])
  if (word !== 'failed' || (field(body, 'reason') === undefined && reason === null)) return null
  return found({ format: 'rabbitmq', state: 'down', words: reason })
}
