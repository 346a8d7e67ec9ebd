import { Component, type ReactNode } from 'react'
import { startTexts } from '#src/domain/wording/startTexts.ts'
import { Notice } from '#src/ui/Notice.tsx'

type Props = {
  readonly children: ReactNode
  readonly onReload: () => void
  /** Reloads without what an earlier visit left behind: it may be what stops the screen. */
  readonly onForget: () => void
}

type State = { readonly message: string | null }

/** A page for a fault of this program: what stopped it, and two ways on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { message: null }

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    const { title, text, reload, forget } = startTexts.crash
    return (
      <main>
        <Notice title={title} whole>
          <p>{text}</p>
          <pre>{message}</pre>
          <p>
            <button type="button" onClick={this.props.onReload}>
              {reload}
            </button>
          </p>
          <p>
            <button type="button" onClick={this.props.onForget}>
              {forget}
            </button>
          </p>
        </Notice>
      </main>
    )
  }
}
