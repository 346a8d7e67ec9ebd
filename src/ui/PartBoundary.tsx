import { Component, type ComponentType, type ReactNode } from 'react'

/** What stopped a part, in the program's words, and how to draw it again. */
export type PartFault = { readonly message: string; readonly onRetry: () => void }

type Props = {
  readonly children: ReactNode
  /** What stands in the part's place when a fault of this program stopped it. */
  readonly fallback: ComponentType<PartFault>
}

type State = { readonly message: string | null }

/** Keeps a fault inside one part of the page: the rest goes on. */
export class PartBoundary extends Component<Props, State> {
  override state: State = { message: null }

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  readonly again = (): void => this.setState({ message: null })

  override render(): ReactNode {
    const { message } = this.state
    const { children, fallback: Fallback } = this.props
    return message === null ? children : <Fallback message={message} onRetry={this.again} />
  }
}
