type Props = { readonly service: string }

/** To be drawn. */
export function WhyTray(_props: Props) {
  return null
}
