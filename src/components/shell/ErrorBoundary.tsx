import { Component, type ReactNode } from 'react';
import { Broken } from './Broken.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly broken: boolean;
}

/** A throw inside is our bug, and everything around it survives it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, broken: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken error={this.state.error} again={() => this.setState({ error: null, broken: false })} />;
  }
}
