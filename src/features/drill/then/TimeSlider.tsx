type Props = { readonly service: string }

/** To be drawn. */
export function TimeSlider(_props: Props) {
  return null
}
