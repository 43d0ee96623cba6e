import 'react';

declare module 'react' {
  /** Custom properties may be set on elements. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
