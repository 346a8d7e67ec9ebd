import type { Finding } from '#src/domain/diagnosis/finding.ts'
import type { EpochMs } from '#src/domain/time/units.ts'
import { type DiagnosisLine, diagnosisLines } from '#src/domain/wording/diagnosisWords.ts'
import { englishDiagnosis } from '#src/domain/wording/englishDiagnosis.ts'
import { AnswerMark } from './AnswerMark.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './Diagnosis.module.css'
import { keyed } from './keyed.ts'

function Line({ line: { question, answer, word, text, command } }: { readonly line: DiagnosisLine }) {
  const { copy, copied } = englishDiagnosis
  return (
    <li className={styles.line}>
      <span className={styles.question}>{question}</span>
      <span className={styles.answer}>
        <AnswerMark answer={answer} />
        {word}
      </span>
      <div className={styles.says}>
        <p>{text}</p>
        {command !== null && (
          <p className={styles.command}>
            <code>{command}</code>
            <CopyButton text={command} label={copy} done={copied} />
          </p>
        )}
      </div>
    </li>
  )
}

type Props = {
  readonly findings: readonly Finding[]
  readonly now: EpochMs
  /** An IANA name. */
  readonly timeZone: string
  /** False where a heading stands above it already. */
  readonly headed?: boolean
}

/** The decision tree of a runbook as it was answered, one line a question, each with the next command. Nothing of no findings. */
export function Diagnosis({ findings, now, timeZone, headed = true }: Props) {
  if (findings.length === 0) return null
  const lines = diagnosisLines(findings, { now, timeZone })
  return (
    <div className={styles.diagnosis}>
      {headed && <h4>{englishDiagnosis.heading}</h4>}
      <ol>
        {keyed(lines, ({ step, text }) => `${step} ${text}`).map(([key, line]) => (
          <Line key={key} line={line} />
        ))}
      </ol>
    </div>
  )
}
