import type { AlertMessage } from '#src/domain/alert/parseAlertMessage.ts'
import { englishAlertLink } from './englishAlertLink.ts'

const { said: words } = englishAlertLink

/** How it failed: what was answered to which request, else the innermost cause; empty where the message tells neither. */
function outcome({ method, path, status, causes }: AlertMessage): string {
  if (status !== null && method !== null && path !== null)
    return words.answered(`${method.toUpperCase()} ${path}`, `${status}`)
  return causes.at(-1) ?? ''
}

/** What an alert's message says in one line: `creating user: POST /api/users answered 403`. Empty where it says nothing. */
export function alertSentence(message: AlertMessage): string {
  const { operation } = message
  const how = outcome(message)
  if (operation === null || how === '') return operation ?? how
  return words.failed(operation, how)
}
