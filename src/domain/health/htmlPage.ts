import { oneLine } from './cutText.ts'
import { found } from './finding.ts'
import type { Finding } from './finding.ts'
import { isSignInPage, titleOf } from './signInPage.ts'

/** Pages are looked at so far only; what tells them apart stands at their beginning. */
const LOOK_AT = 128 * 1024

const OPENING =
  /^(?:<!doctype\s+html|<(?:html|head|body|h1|title|meta|script|div|p|form|center)\b|<\?xml[^>]*>\s*<(?:!doctype html|html))/i
const ANY_TAG = /<\/?(?:html|head|body|div|p|h[1-6]|title|table|form|script|br|a|span|center|pre)\b[^>]*>/i

/** True for HTML, whatever the content type says; JSON or bare text that is sent as text/html is neither. */
export const isHtml = (text: string, mediaType: string): boolean => {
  const start = text.slice(0, LOOK_AT).replace(/^(?:<!--[^]*?-->\s*)+/, '')
  if (OPENING.test(start)) return true
  const isAnnounced = mediaType === 'text/html' || mediaType === 'application/xhtml+xml'
  return isAnnounced && !/^[[{"]/.test(start) && ANY_TAG.test(start)
}

/**
 * HAProxy's `monitor-uri` page, whole: `<html><body><h1>200 OK</h1>` and "Service ready.".
 * HAProxy 2.x, src/http.c, http_err_msgs.
 */
const HAPROXY_READY = /^<html><body><h1>200 OK<\/h1>\s*Service ready\.\s*<\/body><\/html>$/i

/** Rails' `/up`, whole: an empty body in green or red. Rails 7.1, Rails::HealthController#html_status. */
const RAILS_UP =
  /^(?:<!doctype html>)?<html>(?:<head>.{0,300}<\/head>)?<body style="background-color: ?(green|red);?">\s*<\/body><\/html>$/i

/** Laravel's `/up` says it in its heading, beside the line on the request. Laravel 11, health-up.blade.php. */
const LARAVEL_LINE = /HTTP request received/
const LARAVEL_HEADING = />\s*Application (up|experiencing problems)\s*</

/** HTML as a health answer: three known pages have a verdict, a sign-in page and any other one do not. */
export const readHtml = (text: string, status: number): Finding => {
  const page = text.slice(0, LOOK_AT)
  const verdict = knownPage(page)
  if (verdict !== null) return found({ format: 'html', state: verdict, words: titleOf(page) })
  if (isSignInPage(page)) return found({ format: 'sign-in-page', state: 'unknown', words: signInWords(page) })
  const title = titleOf(page)
  // An error page names the error itself: “503 Service Unavailable”.
  if (status >= 500 && title !== null) {
    return found({ format: 'html', state: 'unknown', words: title.replace(/^\d{3} /, '') })
  }
  const named = title === null ? '' : ` (“${oneLine(title, 80)}”)`
  return found({ format: 'html', state: 'unknown', words: `HTML where a health answer was expected${named}` })
}

const knownPage = (page: string): 'ok' | 'down' | null => {
  if (HAPROXY_READY.test(page)) return 'ok'
  const rails = RAILS_UP.exec(page)?.[1]?.toLowerCase()
  if (rails !== undefined) return rails === 'green' ? 'ok' : 'down'
  const laravel = LARAVEL_LINE.test(page) ? LARAVEL_HEADING.exec(page)?.[1] : undefined
  if (laravel === undefined) return null
  return laravel === 'up' ? 'ok' : 'down'
}

const signInWords = (page: string): string => {
  const title = titleOf(page)
  return title === null ? 'a sign-in page' : `a sign-in page (“${oneLine(title, 80)}”)`
}
