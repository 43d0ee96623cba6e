import { beforeEach, describe, expect, test } from 'vitest';
import { choicesOf, NO_CHOICES, useWorkbench } from '../../../src/components/state/workbench.ts';

const state = () => useWorkbench.getState();

describe('what was chosen on the workbench', () => {
  beforeEach(() => state().open('', { strict: false }));

  test('a new input forgets what was fixed for the last one, except strictness', () => {
    state().open('8100', { form: 'hex', name: 'a', tcp: 1, assumptions: { direction: 'client-to-server' } });
    state().setStrict(true);
    state().open('8900');
    expect(choicesOf(state())).toEqual({ ...NO_CHOICES, input: '8900', strict: true });
  });

  test('only what is opened counts as a round: what is typed must be drawn at once', () => {
    const { round } = state();
    state().replace('81');
    state().edit('8100');
    expect(state().round).toBe(round);
    state().open('8900');
    expect(state().round).toBe(round + 1);
  });

  test('another TCP connection begins at its first part, without what was assumed of the other', () => {
    state().open('8100');
    state().assume({ direction: 'server-to-client' });
    state().choosePart('client-to-server/frame/0');
    state().chooseTcp(2);
    expect(choicesOf(state())).toMatchObject({ tcp: 2, part: null, assumptions: {} });
  });
});
