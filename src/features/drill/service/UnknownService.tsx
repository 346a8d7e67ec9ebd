import { englishService } from '#src/domain/wording/englishService.ts'
import { serviceHref } from '#src/features/drill/drillAddress.ts'
import { LikelyServices } from '#src/features/drill/LikelyServices.tsx'
import { hashTo } from '#src/state/hashTo.ts'
import { useWatch } from '#src/state/useWatch.ts'
import { Notice } from '#src/ui/Notice.tsx'

const words = englishService.unknown

/** A name that no service has: those that were probably meant, and the way to the digest. */
export function UnknownService({ name }: { readonly name: string }) {
  const isEmpty = useWatch((state) => state.rows.size === 0)
  return (
    <main>
      <Notice title={words.title(name)} whole>
        <p>{isEmpty ? words.none : words.text}</p>
        <LikelyServices name={name} hrefOf={serviceHref} />
        <p>
          <a href={hashTo('/')}>{words.home}</a>
        </p>
      </Notice>
    </main>
  )
}
