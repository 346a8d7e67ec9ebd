type Props = { readonly service: string }

/** To be drawn. */
export function ServiceLogs(_props: Props) {
  return null
}
