/** `Connection` of `server.py`, followed line by line: what becomes of a frame, and what the server sends. */

import { ofBytes, ofNumber, ofText, type Shown } from '../../components/lesson/value.ts';
import { concat } from '../../protocol/bytes/join.ts';
import { decodeUtf8, encodeUtf8, validateUtf8 } from '../../protocol/bytes/utf8.ts';
import { encodeFrame } from '../../protocol/frame/encode.ts';
import { closeCodeIsFault } from '../../protocol/model/close-codes.ts';
import { DIALECTS } from '../../protocol/model/drafts.ts';
import { OPCODE, opcodeName } from '../../protocol/model/opcodes.ts';
import { NotText, ProtocolError } from './errors.ts';
import { ADD, BUILD_FRAME, CHECK_CLOSE, FAIL, raisedBy, SEND, TALK } from './lines.ts';
import type { PyFrame } from './python.ts';
import type { Call } from './recorder.ts';
import type { Story, Words } from './story.ts';
import { decodeMore, REASONS } from './text.ts';

const NONE = new Uint8Array();
const LAST_CODE = 4999;
const EMPTY = { text: 'check-empty', values: {} } as const;

const some = (bytes: Uint8Array): Shown => ofBytes(bytes, 'payload', 8);

export class Handling {
  readonly #story: Story;
  /** Of the message that is coming in; 0: none. */
  #opcode = 0;
  #message: Uint8Array = NONE;
  /** Bytes of a character that is not whole. */
  #pending: Uint8Array = NONE;
  #number = 0;
  #sent = 0;

  constructor(story: Story) {
    this.#story = story;
  }

  #step(part: string, words: Words, section: string, fn?: Parameters<Story['step']>[3]): void {
    this.#story.step(`frame-${this.#number}-${part}`, words, [section], fn);
  }

  /** The rest of a turn of `talk`, from where it has a frame. True where the frame was a close. */
  frame(call: Call, frame: PyFrame, number: number, left: number): boolean {
    const { recorder } = this.#story;
    const { opcode, payload } = frame;
    this.#number = number;
    call.set({ frame });
    call.at(TALK.ifClose);
    const values = { opcode: ofNumber(opcode, 'control'), kind: ofText(opcodeName(opcode), 'control') };
    const dispatched = () => this.#step('dispatch', { text: 'dispatch', values }, 'RFC 6455 §5.2');
    if (opcode === OPCODE.close) {
      dispatched();
      call.at(TALK.check);
      recorder.call('check_close', { payload }, (inner) => this.#checkClose(inner, payload));
      call.at(TALK.close);
      const bytes = ofBytes(this.#send(OPCODE.close, payload.slice(0, 2)));
      call.at(TALK.done);
      this.#step('answer', { text: 'answer-close', values: { bytes } }, 'RFC 6455 §5.5.1', 'build_frame');
      return true;
    }
    call.at(TALK.ifPing);
    if (opcode === OPCODE.ping) {
      dispatched();
      call.at(TALK.pong);
      this.#send(OPCODE.pong, payload);
      const words = { text: 'ping', values: { payload: some(payload), count: payload.length } } as const;
      this.#step('answer', words, 'RFC 6455 §5.5.3', 'build_frame');
    }
    call.at(TALK.ifData);
    if (opcode < OPCODE.close) {
      dispatched();
      call.at(TALK.add);
      recorder.call('add', { frame }, (inner) => this.#add(inner, frame));
    }
    call.at(TALK.drain);
    if (opcode === OPCODE.pong) this.#step('pong', { text: 'pong', values: {} }, 'RFC 6455 §5.5.3');
    else this.#step('around', { text: 'around-again', values: { left } }, 'RFC 6455 §5.4');
    return false;
  }

  /** A message is one frame, or several. */
  #add(call: Call, { fin, opcode, payload }: PyFrame): void {
    const first = this.#opcode === 0;
    const more = opcode === OPCODE.continuation;
    const rule = more ? ADD.ruleMore : ADD.ruleNew;
    call.at(ADD.ifMore);
    call.at(rule);
    if (more === first) this.#outOfTurn(rule);
    if (!more) {
      this.#opcode = opcode;
      call.at(ADD.opcode);
      this.#show();
    }
    this.#message = concat([this.#message, payload]);
    call.at(ADD.message);
    this.#show();
    call.at(ADD.ruleBig);
    call.at(ADD.ifText);
    if (this.#opcode === OPCODE.text) {
      call.at(ADD.decode);
      const decoded = decodeMore(this.#pending, payload, fin);
      if ('reason' in decoded) this.#notText(this.#message, decoded.reason);
      else this.#pending = decoded.pending;
    }
    call.at(ADD.ifFin);
    this.#step('add', this.#taken(first, fin, payload.length), fin && first ? 'RFC 6455 §5.6' : 'RFC 6455 §5.4');
    if (!fin) return;
    call.at(ADD.send);
    const bytes = this.#send(this.#opcode, this.#message);
    const kind = ofText(opcodeName(this.#opcode), 'control');
    const values = { kind, bytes: ofBytes(bytes, 'plain', 8), count: bytes.length };
    this.#step('answer', { text: 'answer', values }, 'RFC 6455 §5.1', 'build_frame');
    this.#opcode = 0;
    call.at(ADD.none);
    this.#show();
    this.#message = NONE;
    call.at(ADD.clear);
    this.#show();
  }

  #notText(bytes: Uint8Array, reason: string): never {
    this.#step(
      'not-text',
      { text: 'not-text', values: { bytes: some(bytes), reason: ofText(reason) } },
      'RFC 6455 §8.1',
    );
    throw new NotText(reason);
  }

  #taken(first: boolean, fin: boolean, count: number): Words {
    const text = this.#opcode === OPCODE.text;
    if (!fin) {
      const pending = this.#pending.length;
      return first
        ? { text: 'add-first', values: { count, pending } }
        : { text: 'add-more', values: { count, total: this.#message.length, pending } };
    }
    const total = this.#message.length;
    if (!first) return { text: 'add-last', values: { count, total } };
    if (!text) return { text: 'add-binary', values: { count } };
    return { text: 'add-text', values: { text: ofText(decodeUtf8(this.#message), 'payload'), count } };
  }

  #outOfTurn(line: number): never {
    const { code, reason } = raisedBy(line, {});
    const values = { code: ofNumber(code), reason: ofText(reason) };
    this.#step('out-of-turn', { text: 'out-of-turn', values }, 'RFC 6455 §5.4');
    throw new ProtocolError(code, reason);
  }

  /** A close frame holds nothing, or a code and a reason. */
  #checkClose(call: Call, payload: Uint8Array): void {
    const section = 'RFC 6455 §5.5.1';
    const code = payload.subarray(0, 2).reduce((number, byte) => number * 256 + byte, 0);
    const allowed = payload.length > 1 && !closeCodeIsFault(code, DIALECTS.rfc6455) && code <= LAST_CODE;
    call.at(CHECK_CLOSE.code, { code });
    call.at(CHECK_CLOSE.allowed, { allowed });
    call.at(CHECK_CLOSE.rule);
    if (!allowed && payload.length > 0) {
      const error = raisedBy(CHECK_CLOSE.rule, { code });
      const values = { code: ofNumber(error.code), reason: ofText(error.reason) };
      this.#step('close-broken', { text: 'close-broken', values }, 'RFC 6455 §7.4');
      throw new ProtocolError(error.code, error.reason);
    }
    call.at(CHECK_CLOSE.reason);
    const reason = validateUtf8(payload, 2);
    if (reason !== null) this.#notText(payload.subarray(2), REASONS[reason.kind]);
    const words = allowed ? { text: 'check-close' as const, values: { code: ofNumber(code) } } : EMPTY;
    this.#step('check', words, section);
  }

  /** `send` and `build_frame`: the bytes on the wire. */
  #send(opcode: number, payload: Uint8Array): Uint8Array {
    const { recorder, picture } = this.#story;
    const frame = encodeFrame({ opcode, maskingKey: null, payload });
    const length = payload.length;
    recorder.call('send', { opcode, payload }, (call) => {
      call.at(SEND.ifRfc);
      call.at(SEND.write);
      recorder.call('build_frame', { opcode, payload }, (inner) => {
        inner.at(BUILD_FRAME.length, { length });
        inner.at(BUILD_FRAME.if126);
        if (length >= 126) inner.at(BUILD_FRAME.elif65536);
        const header = frame.slice(0, frame.length - length);
        inner.at(length < 126 ? BUILD_FRAME.header7 : BUILD_FRAME.header16, { header });
        inner.at(BUILD_FRAME.frame);
      });
    });
    this.#sent += 1;
    this.#story.show({ sent: [...picture.sent, { id: `s${this.#sent}`, bytes: frame }] });
    return frame;
  }

  fail(code: number, reason: string): void {
    const { recorder } = this.#story;
    recorder.call('fail', { code, reason }, (call) => {
      call.at(FAIL.log);
      call.at(FAIL.ifRfc);
      call.at(FAIL.send);
      const body = concat([Uint8Array.of(code >> 8, code & 0xff), encodeUtf8(reason)]);
      const bytes = ofBytes(this.#send(OPCODE.close, body), 'plain', 8);
      const values = { code: ofNumber(code), reason: ofText(reason), bytes };
      call.at(FAIL.ifHttp);
      this.#story.step('fail', { text: 'fail', values }, ['RFC 6455 §7.1.7', 'RFC 6455 §7.4.1'], 'fail');
    });
  }

  #show(): void {
    this.#story.recorder.setSelf({ 'self.opcode': this.#opcode, 'self.message': this.#message });
  }
}
