declare module 'parse-prometheus-text-format' {
  /** What the benches compare with: the whole page as a string in, all families out. */
  const parsePrometheusTextFormat: (text: string) => readonly { readonly name: string }[]
  export default parsePrometheusTextFormat
}
