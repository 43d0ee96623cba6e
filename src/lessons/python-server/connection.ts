/**
 * `Connection` of `server.py`, followed line by line: reading. Frames are the engine's; which line does what stands in
 * `lines.ts` and `parse.ts`; what becomes of a frame in `handling.ts`.
 */

import { ofByte, ofNumber } from '../../components/lesson/value.ts';
import { type ParseResult, type ParseStep, traceParse } from '../../protocol/frame/parse-trace.ts';
import { NotText, ProtocolError, Waits } from './errors.ts';
import { Handling } from './handling.ts';
import { IDLE_SECONDS, MAX_MESSAGE, PARSE_FRAME, PING_SECONDS, READ_FRAME, RUN, TALK } from './lines.ts';
import { parseFrame, type Stage } from './parse.ts';
import { knownBy, lookOf, sayingOf } from './parse-words.ts';
import type { PyFrame } from './python.ts';
import type { Call } from './recorder.ts';
import type { Story } from './story.ts';

const STREAM = ['RFC 9293 §2.2', 'RFC 6455 §5.2'] as const;

export class Connection {
  readonly #story: Story;
  readonly #data: Uint8Array;
  /** Where each read ends, in the stream. */
  readonly #ends: readonly number[];
  readonly #handling: Handling;
  #reads = 0;
  #consumed = 0;
  #arrived = 0;
  /** Calls of `parse_frame`, and frames that they gave. */
  #calls = 0;
  #frames = 0;
  /** Where the last call stopped for want of bytes. */
  #stopped: Stage | null = null;
  #asking = false;

  constructor(story: Story, data: Uint8Array, ends: readonly number[]) {
    this.#story = story;
    this.#data = data;
    this.#ends = ends;
    this.#handling = new Handling(story);
  }

  /** From the first frame on, until the connection ends or nothing more comes. */
  run(call: Call): void {
    const story = this.#story;
    story.phase = 'first';
    try {
      call.at(RUN.talk);
      story.recorder.call('talk', {}, (inner) => this.#talk(inner));
    } catch (error) {
      if (error instanceof Waits) return;
      call.at(RUN.exceptProtocol);
      story.show({ failed: true });
      if (error instanceof ProtocolError) {
        call.at(RUN.failProtocol);
        this.#handling.fail(error.code, error.message);
      } else if (error instanceof NotText) {
        call.at(RUN.exceptUnicode);
        call.at(RUN.failUnicode);
        this.#handling.fail(1007, error.message);
      } else throw error;
    }
    call.at(RUN.end);
    const left = this.#data.length - this.#consumed;
    story.step('closed', { text: 'closed', values: { left } }, ['RFC 6455 §7.1.1']);
  }

  /** Frames, until one of them is a close. */
  #talk(call: Call): void {
    const story = this.#story;
    for (;;) {
      call.at(TALK.read);
      const frame = story.recorder.call('read_frame', {}, (inner) => this.#readFrame(inner));
      if (this.#handling.frame(call, frame, this.#frames, this.#arrived - this.#consumed)) return;
      story.phase = 'rest';
    }
  }

  #buffer(): Uint8Array {
    return this.#data.slice(this.#consumed, this.#arrived);
  }

  #moved(): void {
    this.#story.recorder.setSelf({ 'self.buffer': this.#buffer() });
    this.#story.show({ consumed: this.#consumed, arrived: this.#arrived });
  }

  /** What a question is about; on a phone it brings the bytes back into view. */
  #lookAtBuffer(): void {
    this.#story.show({ look: { start: this.#consumed, end: this.#arrived } });
  }

  #readFrame(call: Call): PyFrame {
    call.at(READ_FRAME.parse, { parse: { name: 'parse_frame' } });
    for (;;) {
      call.at(READ_FRAME.found);
      const data = this.#buffer();
      this.#calls += 1;
      if (this.#asking) this.#ask(data);
      const vars = { data, limit: MAX_MESSAGE };
      const result = this.#story.recorder.call('parse_frame', vars, (inner) => this.#parse(inner, data));
      if (result.kind === 'frame') return this.#found(call, result);
      call.set({ found: null });
      this.#readMore(call);
    }
  }

  #found(call: Call, { fin, opcode, payload, used }: Extract<ParseResult, { kind: 'frame' }>): PyFrame {
    const story = this.#story;
    const frame = { fin, opcode, payload };
    const size = ofNumber(used, 'length');
    this.#frames += 1;
    const left = this.#arrived - this.#consumed - used;
    call.set({ found: { items: [frame, used] } });
    if (this.#frames === 1) {
      const focus = { fn: 'read_frame', line: READ_FRAME.take } as const;
      const has = this.#arrived - this.#consumed;
      const words = { text: 'left-question', values: { size, has } } as const;
      this.#lookAtBuffer();
      story.ask(
        'frame-1-question',
        words,
        STREAM,
        focus,
        { found: { items: [frame, used] }, ...story.recorder.self },
        { kind: 'number', right: left },
      );
    }
    call.at(READ_FRAME.take, { frame, size: used });
    call.at(READ_FRAME.log);
    call.at(READ_FRAME.drop);
    this.#consumed += used;
    this.#moved();
    story.show({ known: [] });
    call.at(READ_FRAME.done);
    story.step(`frame-${this.#frames}-left`, { text: 'left', values: { size, left } }, STREAM);
    return frame;
  }

  /** Brings what has come since; where nothing comes any more, the server waits here. */
  #readMore(call: Call): void {
    const story = this.#story;
    call.at(READ_FRAME.chunk);
    const end = this.#ends[this.#reads];
    const has = this.#arrived - this.#consumed;
    if (end === undefined) {
      story.step('wait', { text: 'wait', values: { has, ping: PING_SECONDS, idle: IDLE_SECONDS } }, STREAM);
      throw new Waits();
    }
    const start = this.#arrived;
    this.#reads += 1;
    this.#arrived = end;
    const count = end - start;
    call.set({ chunk: this.#data.slice(start, end) });
    call.at(READ_FRAME.ifEnd);
    call.at(READ_FRAME.put);
    this.#moved();
    story.show({ look: { start, end } });
    if (this.#reads === 1) {
      const values = { count, total: this.#data.length };
      story.step('read-1', { text: 'read-first', values }, STREAM);
    } else story.step(`read-${this.#reads}`, { text: 'read-next', values: { count, has: has + count } }, STREAM);
    this.#asking = true;
  }

  /** What will the next call give for what is in the buffer now? */
  #ask(data: Uint8Array): void {
    this.#asking = false;
    const { result } = traceParse(data, MAX_MESSAGE);
    const options = (['none', 'frame', 'broken'] as const).map((id) => ({
      id,
      value: null,
      right: id === (result.kind === 'incomplete' ? 'none' : result.kind),
    }));
    const focus = { fn: 'parse_frame', line: PARSE_FRAME.need1 } as const;
    const values = { count: data.length, first: ofByte(data[0] ?? 0) };
    const words = { text: 'returns-question', values } as const;
    this.#lookAtBuffer();
    this.#story.ask(
      `call-${this.#calls}-question`,
      words,
      STREAM,
      focus,
      { data, limit: MAX_MESSAGE },
      { kind: 'choice', options },
    );
  }

  #parse(call: Call, data: Uint8Array): ParseResult {
    const story = this.#story;
    const stopped = this.#stopped;
    this.#stopped = null;
    // A second call goes over known ground at first: all of that is one step.
    let skipping = stopped !== null && stopped !== 'fin';
    let gone: ParseStep[] = [];
    return parseFrame(call, data, (reached) => {
      gone.push(...reached.steps);
      if (skipping && reached.next !== stopped && reached.next !== null) return;
      const base = this.#consumed;
      story.show({ look: lookOf(gone, base), known: [...story.picture.known, ...knownBy(gone, base)] });
      gone = [];
      if (skipping && reached.next !== null) {
        const words = { text: 'again', values: { has: data.length } } as const;
        story.step(`call-${this.#calls}-again`, words, STREAM);
      } else {
        const { name, words, sections } = sayingOf(reached, data.length);
        story.step(`call-${this.#calls}-${name}`, words, sections);
      }
      skipping = false;
      if (reached.result?.kind === 'incomplete') this.#stopped = reached.stage;
    });
  }
}
