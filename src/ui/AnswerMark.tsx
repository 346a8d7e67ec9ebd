import type { Answer } from '#src/domain/diagnosis/finding.ts'
import styles from './Diagnosis.module.css'

/** A filled disc, a ring, a dashed ring: apart without colour. The word stands beside it. */
const SHAPES: Readonly<Record<Answer, { readonly filled: boolean; readonly dash: string | undefined }>> = {
  yes: { filled: true, dash: undefined },
  no: { filled: false, dash: undefined },
  unknown: { filled: false, dash: '2.4 2.2' },
}

/** The answer to a question as a shape; it says nothing itself. */
export function AnswerMark({ answer }: { readonly answer: Answer }) {
  const { filled, dash } = SHAPES[answer]
  return (
    <svg className={styles.mark} aria-hidden="true" viewBox="0 0 12 12" width="12" height="12">
      <circle
        cx="6"
        cy="6"
        r="4.2"
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray={dash}
      />
    </svg>
  )
}
