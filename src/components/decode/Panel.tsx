import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Panel.module.css';

interface Props {
  /** What the panel shows: after a throw it is tried again with the next thing. */
  readonly of: unknown;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly of: unknown;
}

/** A throw in one view is our bug; the views around it go on, and so does this one with the next part or input. */
export class Panel extends Component<Props, State> {
  override state: State = { broken: false, of: this.props.of };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.of === state.of ? null : { broken: false, of: props.of };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenPanel /> : this.props.children;
  }
}

function BrokenPanel() {
  const { t } = useTranslation('decode');
  return (
    <p className={styles.broken} role="alert">
      {t('broken')}
    </p>
  );
}
