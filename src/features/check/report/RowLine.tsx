import { useMemo } from 'react'
import type { ReportSpark } from '#src/domain/report/checkReport.ts'
import { lineOf } from '#src/domain/report/htmlSpark.ts'
import type { Light } from '#src/domain/verdict/light.ts'
import { Sparkline } from '#src/ui/Sparkline.tsx'

type Props = { readonly spark: ReportSpark; readonly light: Light | null }

/** A line of a report as the digest draws its own. */
export function RowLine({ spark, light }: Props) {
  const line = useMemo(() => lineOf(spark), [spark])
  return <Sparkline spark={line} light={light ?? 'unknown'} label={spark.label} />
}
