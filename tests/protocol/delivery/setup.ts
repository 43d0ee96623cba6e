import type { Setup } from '../../../src/protocol/delivery/model.ts';
import { BARE } from '../../../src/protocol/delivery/samples.ts';

/** Ten seconds, nothing happening, a transit of 100 ms. */
export const QUIET: Setup = {
  duration: 10_000,
  delay: 100,
  interval: 2000,
  hold: 30_000,
  events: [],
  messages: [],
  eventSize: 20,
  messageSize: 5,
  texts: BARE,
  http: '1.1',
  packets: 'none',
};
