import { Component, type ReactNode } from 'react'
import { WallFault } from './WallFault.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly message: string | null }

/** Keeps a fault of the wall from leaving it dead for weeks: it is said, and the page is loaded anew by itself. */
export class WallBoundary extends Component<Props, State> {
  override state: State = { message: null }

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    return message === null ? this.props.children : <WallFault message={message} />
  }
}
