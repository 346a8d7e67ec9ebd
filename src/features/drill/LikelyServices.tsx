import { likelyNames } from '#src/domain/fleet/likelyNames.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { useWatch } from '#src/state/useWatch.ts'

type Props = {
  /** A name that no service has. */
  readonly name: string
  readonly hrefOf: (service: string) => string
}

/** Which services of the fleet were probably meant, as links; nothing where none is near. */
export function LikelyServices({ name, hrefOf }: Props) {
  const rows = useWatch((state) => state.rows)
  const meant = likelyNames(name, [...rows.keys()])
  if (meant.length === 0) return null
  return (
    <>
      <p>{englishService.unknown.meant}</p>
      <ul>
        {meant.map((one) => (
          <li key={one}>
            <a href={hrefOf(one)}>{one}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
