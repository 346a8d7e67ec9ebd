import { likelyNames } from '#src/domain/fleet/likelyNames.ts'
import { englishService } from '#src/domain/wording/englishService.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { hashTo } from '#src/state/hashTo.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Notice } from '#src/ui/Notice.tsx'

const words = englishService.unknown

/** A name that no service has: those that were probably meant, and the way to the digest. */
export function UnknownService({ name }: { readonly name: string }) {
  const rows = useWatch((state) => state.rows)
  const meant = likelyNames(name, [...rows.keys()])
  return (
    <main>
      <Notice title={words.title(name)} whole>
        <p>{rows.size === 0 ? words.none : words.text}</p>
        {meant.length > 0 && (
          <>
            <p>{words.meant}</p>
            <ul>
              {meant.map((one) => (
                <li key={one}>
                  <a href={serviceHref(one)}>{one}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={hashTo('/')}>{words.home}</a>
        </p>
      </Notice>
    </main>
  )
}
