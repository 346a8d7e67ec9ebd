type Props = { readonly label?: string }

/** To be drawn. */
export function CopyLink(_props: Props) {
  return null
}
