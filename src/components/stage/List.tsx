import type { CSSProperties, ReactNode } from 'react';

interface ListProps {
  readonly label: string;
  /** Nothing in it is known yet: one picture with that name, instead of a list of as many unknowns. */
  readonly empty?: string | false | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly children: ReactNode;
}

/** A list with a name. The items are `Item`s, which know nothing of the list. */
export function List({ label, empty, className, style, children }: ListProps) {
  if (empty) {
    return (
      <div role="img" aria-label={`${label}: ${empty}`} className={className} style={style}>
        {children}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers Safari does not call it a list
    <ol role="list" aria-label={label} className={className} style={style}>
      {children}
    </ol>
  );
}
