import { Component, type ReactNode } from 'react';
import { Broken } from './Broken.tsx';

interface Props {
  /** What is drawn; another one gets another chance. */
  readonly of: unknown;
  readonly children: ReactNode;
}

interface State {
  readonly of: unknown;
  readonly error: unknown;
  readonly broken: boolean;
}

/**
 * A throw inside is our bug, and everything around it survives it. Unlike a boundary with a key it leaves its children in
 * place when `of` changes: an input keeps the focus, and only what differs is drawn anew.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { of: this.props.of, error: null, broken: false };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, broken: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { of, error: null, broken: false };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken error={this.state.error} again={() => this.setState({ error: null, broken: false })} />;
  }
}
