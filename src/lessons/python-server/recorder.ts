/** What Python goes through, line by line, with the variables of the call that a line belongs to. */

import type { FunctionName } from './lines.ts';
import type { PyValue, Vars } from './python.ts';

export interface LineEvent {
  readonly fn: FunctionName;
  /** Calls are numbered as they begin. */
  readonly call: number;
  readonly line: number;
  /** Variables of that call when the next line, of whichever call, is about to run. */
  readonly vars: Vars;
  /** The calls that wait for this one, outermost first, and the line at which each waits. */
  readonly stack: readonly Waiting[];
}

export interface Waiting {
  readonly fn: FunctionName;
  readonly line: number;
}

interface OpenCall extends Waiting {
  readonly call: number;
  line: number;
  vars: Vars;
}

/** Attributes of the connection, which all its methods see. */
export type Self = Readonly<Record<'self.buffer' | 'self.opcode' | 'self.message' | 'self.dialect', PyValue>>;

export class Recorder {
  readonly events: LineEvent[] = [];
  readonly #stack: OpenCall[] = [];
  #calls = 0;
  #self: Self;

  constructor(self: Self) {
    this.#self = self;
  }

  get self(): Self {
    return this.#self;
  }

  /** A call begins, goes on, and ends. What it returns is given back. */
  call<T>(fn: FunctionName, vars: Vars, body: (call: Call) => T): T {
    this.#calls += 1;
    this.#stack.push({ fn, call: this.#calls, line: 0, vars });
    try {
      return body(new Call(this));
    } finally {
      this.#stack.pop();
    }
  }

  at(line: number): void {
    const call = this.#stack.at(-1) as OpenCall;
    call.line = line;
    const stack = this.#stack.slice(0, -1).map((one) => ({ fn: one.fn, line: one.line }));
    this.events.push({ fn: call.fn, call: call.call, line, vars: this.#varsOf(call), stack });
  }

  set(vars: Vars): void {
    const call = this.#stack.at(-1) as OpenCall;
    call.vars = { ...call.vars, ...vars };
    this.#renew();
  }

  setSelf(self: Partial<Self>): void {
    this.#self = { ...this.#self, ...self };
    this.#renew();
  }

  /** The last line has run by now, unless it waits for a call. */
  #renew(): void {
    const call = this.#stack.at(-1) as OpenCall;
    const last = this.events.at(-1);
    if (last?.call === call.call) this.events[this.events.length - 1] = { ...last, vars: this.#varsOf(call) };
  }

  #varsOf(call: OpenCall): Vars {
    return METHODS.has(call.fn) ? { ...call.vars, ...this.#self } : call.vars;
  }
}

const METHODS: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'run',
  'shake_hands',
  'talk',
  'read_frame',
  'add',
  'send',
  'fail',
]);

/** A call in progress, as those who play it see it. */
export class Call {
  readonly #recorder: Recorder;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
  }

  /** These lines run, one after the other; the last one gives these values. */
  at(line: number, vars: Vars = {}): void {
    this.#recorder.at(line);
    this.#recorder.set(vars);
  }

  set(vars: Vars): void {
    this.#recorder.set(vars);
  }
}
