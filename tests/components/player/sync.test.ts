import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { join, readMessage, type Shared } from '../../../src/components/player/sync.ts';

const SHARED: Shared = {
  lesson: 'a',
  step: 'x',
  index: 0,
  inputs: {},
  blank: false,
  playing: false,
  speed: 1,
  answer: null,
  clock: { since: null, before: 0 },
};

/** A channel whose messages arrive when the test says so, each at every window but its own. */
class Channel {
  readonly windows: Window[] = [];
  private queue: { to: Window; message: unknown }[] = [];

  post(from: Window, message: unknown): void {
    const copy = structuredClone(message);
    for (const to of this.windows) if (to !== from) this.queue.push({ to, message: copy });
  }

  deliver(): void {
    for (let next = this.queue.shift(); next; next = this.queue.shift()) next.to.take(next.message);
  }
}

class Window {
  others = 0;
  take: (message: unknown) => void = () => {};
  readonly joined: ReturnType<typeof join>;

  constructor(
    readonly channel: Channel,
    readonly id: string,
    public shared: Shared | null,
  ) {
    channel.windows.push(this);
    this.joined = join(
      {
        send: (message) => channel.post(this, message),
        hear: (take) => {
          this.take = take;
        },
      },
      {
        id,
        now: () => this.shared,
        adopt: (adopted) => {
          this.shared = adopted;
          // As the store does: whoever listens to it hears of every change, its own or not.
          this.joined.changed();
        },
        met: (others) => {
          this.others = others;
        },
      },
    );
  }

  go(index: number): void {
    this.shared = { ...(this.shared ?? SHARED), index };
    this.joined.changed();
  }

  change(time: number): void {
    this.shared = { ...(this.shared ?? SHARED), inputs: { time: String(time) } };
    this.joined.changed();
  }

  open(lesson: string): void {
    this.shared = { ...(this.shared ?? SHARED), lesson, index: 0, inputs: {} };
    this.joined.changed();
  }
}

describe('two windows of a session', () => {
  test('follow one another in both directions', () => {
    const channel = new Channel();
    const [stage, notes] = [new Window(channel, 'b', SHARED), new Window(channel, 'a', SHARED)];
    channel.deliver();
    notes.go(3);
    channel.deliver();
    expect(stage.shared?.index).toBe(3);
    stage.go(4);
    stage.go(2);
    channel.deliver();
    expect(notes.shared?.index).toBe(2);
  });

  test.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('agree on the one that was here first, whatever their names (%s, %s)', (first, second) => {
    const channel = new Channel();
    const stage = new Window(channel, first, { ...SHARED, index: 7 });
    const notes = new Window(channel, second, { ...SHARED, index: 0 });
    channel.deliver();
    expect([stage.shared?.index, notes.shared?.index]).toEqual([7, 7]);
  });

  test('one that is still fetching its lesson takes what the other shows', () => {
    const channel = new Channel();
    const stage = new Window(channel, 'a', { ...SHARED, index: 7 });
    const notes = new Window(channel, 'b', null);
    // Its own link opens before the answer comes: that is no change that anybody made.
    notes.go(1);
    channel.deliver();
    expect([stage.shared?.index, notes.shared?.index]).toEqual([7, 7]);
  });

  test('always agree in the end, however their changes cross', () => {
    const does = fc.constantFrom('go', 'change', 'open');
    const moves = fc.array(fc.record({ who: fc.nat(1), does, to: fc.nat(9), deliver: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(moves, (all) => {
        const channel = new Channel();
        const windows = [new Window(channel, 'a', SHARED), new Window(channel, 'b', SHARED)];
        channel.deliver();
        for (const { who, does, to, deliver } of all) {
          if (does === 'open') windows[who]?.open('abc'[to % 3] ?? 'a');
          else windows[who]?.[does](to);
          if (deliver) channel.deliver();
        }
        channel.deliver();
        expect(windows[0]?.shared).toEqual(windows[1]?.shared);
      }),
    );
  });

  test('take a step in one while a time runs in the other', () => {
    const channel = new Channel();
    const [stage, notes] = [new Window(channel, 'b', SHARED), new Window(channel, 'a', SHARED)];
    channel.deliver();
    // The step is taken before the last moments of the run have come.
    for (let time = 0; time < 5; time += 1) stage.change(time);
    notes.go(3);
    stage.change(5);
    channel.deliver();
    for (const { shared } of [stage, notes]) expect(shared).toEqual({ ...SHARED, index: 3, inputs: { time: '5' } });
  });

  test('agree when one changes an input of a lesson that the other has left and opened again', () => {
    const channel = new Channel();
    const [stage, notes] = [new Window(channel, 'a', SHARED), new Window(channel, 'b', SHARED)];
    channel.deliver();
    stage.open('b');
    stage.open('a');
    notes.change(0);
    channel.deliver();
    expect(notes.shared).toEqual(stage.shared);
  });

  test('know when they are alone', () => {
    const channel = new Channel();
    const [stage, notes] = [new Window(channel, 'a', SHARED), new Window(channel, 'b', SHARED)];
    channel.deliver();
    expect([stage.others, notes.others]).toEqual([1, 1]);
    stage.joined.leave();
    channel.deliver();
    expect(notes.others).toBe(0);
    notes.go(5);
    channel.deliver();
    expect(stage.shared?.index).toBe(0);
  });

  test('say nothing where nothing has changed', () => {
    const channel = new Channel();
    const stage = new Window(channel, 'a', SHARED);
    let heard = 0;
    channel.windows.push({ take: () => (heard += 1) } as unknown as Window);
    stage.joined.changed();
    channel.deliver();
    expect(heard).toBe(0);
  });
});

describe('a message', () => {
  test('of another version, or none at all, is left alone', () => {
    fc.assert(fc.property(fc.anything(), (data) => void readMessage(data)));
    expect(readMessage({ kind: 'reload', from: 'a', by: 'a', turn: 1 })).toBeNull();
    expect(readMessage(null)).toBeNull();
    expect(readMessage({ kind: 'state', from: 'a', by: 'a', turn: Number.POSITIVE_INFINITY })).toBeNull();
  });

  test('is taken apart with care', () => {
    const shared = { ...SHARED, step: '../x', inputs: { a: 'b', c: 4 }, speed: 99, blank: 'yes' };
    expect(readMessage({ kind: 'state', from: 'a', by: 'a', turn: 1, shared })?.shared).toEqual({
      ...SHARED,
      step: null,
      inputs: { a: 'b' },
    });
    const odd = { answer: { step: '<b>', id: 1 }, clock: { since: 'now', before: -1 } };
    expect(readMessage({ kind: 'state', from: 'a', by: 'a', turn: 1, shared: { ...SHARED, ...odd } })?.shared).toEqual(
      SHARED,
    );
    for (const wrong of [{ lesson: '/x' }, { index: Number.NaN }, { index: -1 }]) {
      const data = { kind: 'state', from: 'a', by: 'a', turn: 1, shared: { ...SHARED, ...wrong } };
      expect(readMessage(data)?.shared).toBeNull();
    }
  });
});
