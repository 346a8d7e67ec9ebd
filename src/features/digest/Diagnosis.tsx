import type { Finding } from '#src/domain/diagnosis/finding.ts'
import { minutes } from '#src/domain/time/units.ts'
import { type DiagnosisLine, diagnosisLines } from '#src/domain/wording/diagnosisWords.ts'
import { englishDiagnosis } from '#src/domain/wording/englishDiagnosis.ts'
import { useScreen } from '#src/state/screen.ts'
import { useNow } from '#src/state/useNow.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { keyed } from '#src/ui/keyed.ts'
import { AnswerMark } from './AnswerMark.tsx'
import styles from './diagnosis.module.css'

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

/** The decision tree of a runbook as it was answered, one line a question, each with the next command. Nothing of no findings. */
export function Diagnosis({ findings }: { readonly findings: readonly Finding[] }) {
  const { timeZone } = useScreen()
  const now = useNow(minutes(1))
  if (findings.length === 0) return null
  const lines = diagnosisLines(findings, { now, timeZone })
  return (
    <div className={styles.diagnosis}>
      <h4>{englishDiagnosis.heading}</h4>
      <ol>
        {keyed(lines, ({ step, text }) => `${step} ${text}`).map(([key, line]) => (
          <Line key={key} line={line} />
        ))}
      </ol>
    </div>
  )
}
