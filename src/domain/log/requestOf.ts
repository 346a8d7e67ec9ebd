/** Methods of RFC 9110 and PATCH (RFC 5789), as they are logged: in capitals, before a path or a whole address. */
const REQUEST = /\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(?:https?:\/\/[^\s/?#]+)?(\/[^\s?#"',;:)\]]*)/

/** What differs from one request to the next in a path: numbers, UUIDs, long hexadecimal ids. */
const ID = /(?<=\/)(?:\d+|[\da-f]{8}-[\da-f-]{27}|(?=[a-f]*\d)[\da-f]{12,})(?=\/|$)/gi

/** The request that a message names, `POST /api/users`: ids become `…`, host and query are left out. Null: it names none. */
export function requestOf(message: string): string | null {
  const [, method, path] = REQUEST.exec(message) ?? []
  return method === undefined || path === undefined ? null : `${method} ${path.replaceAll(ID, '…')}`
}
