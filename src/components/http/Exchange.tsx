import type { ReactNode } from 'react';
import { Examples, Input } from '../player/Inputs.tsx';
import { HttpText } from '../stage/HttpText.tsx';
import { Lanes } from '../stage/Lanes.tsx';
import { Part } from '../stage/Part.tsx';
import styles from './Exchange.module.css';
import type { HttpLine } from './head.ts';
import type { LaneEvent } from './lanes.ts';

/** A head on the stage. */
export interface ShownHead {
  readonly label: string;
  readonly note?: string | undefined;
  readonly lines: readonly HttpLine[];
  /** Room for so many lines, whatever is there. */
  readonly room: number;
}

export type Shares = readonly (readonly [name: string, share: number])[];

interface ExchangeProps<Label extends string> {
  /** Names of what people may change, each with its share of the row. */
  readonly inputs: Shares;
  /** A second row of them. */
  readonly more?: Shares;
  readonly request: ShownHead;
  readonly response: ShownHead;
  readonly connection: string;
  readonly events: readonly LaneEvent<Label>[];
  /** The protocol that the connection speaks at an event. */
  readonly bandOf: (event: LaneEvent<Label>) => string | undefined;
  readonly label: (id: Label, values?: Readonly<Record<string, string | number>>) => string;
  /** The close look. */
  readonly children: ReactNode;
}

/** Request, response and a close look at one side, the connection at the other. Everything keeps its place. */
export function Exchange<Label extends string>(props: ExchangeProps<Label>) {
  const { inputs, more, request, response, connection, events, bandOf, label, children } = props;
  const happens = events.some(({ state }) => state === 'current');
  const answers = response.lines.some(({ state }) => state === 'current' || state === 'wrong' || state === 'hidden');
  return (
    <div className={styles.exchange}>
      <div className={styles.inputs}>
        <InputRow inputs={inputs} examples />
        {more && <InputRow inputs={more} />}
      </div>
      <div className={styles.texts} data-answers={answers ? '' : undefined}>
        <HeadPart head={request} side="client" />
        <HeadPart head={response} side="server" />
        {/* On a phone the player scrolls to it, and not to the connection, where no line of the heads is current. */}
        <div className={styles.detail} data-state={happens ? 'current' : undefined}>
          {children}
        </div>
      </div>
      <div className={styles.lanes} data-aside>
        <Part label={connection}>
          <Lanes
            label={connection}
            events={events.map((event) => ({
              id: event.id,
              from: event.from,
              kind: event.kind,
              state: event.state,
              label: label(event.label, event.values),
              band: bandOf(event),
              ...(event.detail === undefined ? {} : { detail: label(event.detail, event.detailValues) }),
            }))}
          />
        </Part>
      </div>
    </div>
  );
}

function InputRow({ inputs, examples = false }: { readonly inputs: Shares; readonly examples?: boolean }) {
  const shares = inputs.map(([, share]) => `${share}fr`);
  return (
    <div className={styles.row} style={{ '--shares': [...shares, ...(examples ? ['auto'] : [])].join(' ') }}>
      {inputs.map(([name]) => (
        <Input key={name} name={name} />
      ))}
      {examples && <Examples />}
    </div>
  );
}

function HeadPart({ head, side }: { readonly head: ShownHead; readonly side: 'client' | 'server' }) {
  return (
    <Part kind="wire" side={side} label={head.label} note={head.note}>
      <div className={styles.head} style={{ '--room': head.room }}>
        <HttpText label={head.label} lines={head.lines} />
      </div>
    </Part>
  );
}
