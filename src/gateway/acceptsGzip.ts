/** Whether an Accept-Encoding header takes gzip: named, or by `*`, and not with a weight of 0 (RFC 9110, 12.5.3). */
export function acceptsGzip(header: string | string[] | undefined): boolean {
  const codings = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim().split(/\s*;\s*/))
  const entry = codings.find(([name]) => name === 'gzip') ?? codings.find(([name]) => name === '*')
  return entry !== undefined && !/^q=0(?:\.0*)?$/.test(entry[1] ?? '')
}
