/** Many clients, the figures that everybody quotes, and when polling is right. */

import { ofWords } from '../../components/lesson/value.ts';
import { grouped } from '../../components/views/format.ts';
import {
  CLAIMED_CLIENTS,
  CLAIMED_HEAD,
  CLAIMED_PAYLOAD,
  type Compared,
  compareClaim,
  HIXIE_FRAME,
  megabits,
  RFC6455_FRAMES,
} from '../../protocol/delivery/claim.ts';
import { METHODS } from '../../protocol/delivery/model.ts';
import { axisOf } from './axis.ts';
import { bitsText, ofTime, percentText } from './format.ts';
import { ofDelay } from './poll-steps.ts';
import type { ClientsScene, FiguresScene } from './scene.ts';
import { type LessonStep, step } from './steps.ts';
import { costsOf, otherRuns, type Work } from './work.ts';

function clientsScene(work: Work, lit: ClientsScene['lit']): ClientsScene {
  const costs = costsOf(work);
  const clients = Number(work.inputs.clients);
  return {
    kind: 'clients',
    inputs: ['clients', 'events', 'interval', 'heads', 'http', 'packets'],
    clients,
    rows: METHODS.map((method) => {
      const { requests, up, down, held } = costs[method];
      return {
        method,
        requests: requests * clients,
        bytes: (up + down) * clients,
        held: held * clients,
        each: up + down,
      };
    }),
    lit,
  };
}

export function clientSteps(work: Work): (() => LessonStep)[] {
  const clients = ofWords(grouped(work.inputs.clients));
  return [
    () => {
      const scene = clientsScene(work, 'bytes');
      const [short, , , socket] = scene.rows.map(({ bytes }) => ofWords(bitsText(bytes)));
      const none = ofWords('–');
      return step('clients', { clients, short: short ?? none, socket: socket ?? none }, scene);
    },
    () => {
      const scene = clientsScene(work, 'held');
      const share = (scene.rows[1]?.held ?? 0) / scene.clients;
      return step('held', { clients, share: ofWords(percentText(share)) }, scene, ['RFC 6202 §2.2', 'RFC 6202 §5.1']);
    },
  ];
}

const timesText = (value: number) => `${Number(value.toFixed(1))} ×`;

/** How often a poll is as large as a message, one row for each thing that is counted. */
function countedScene(asked: boolean): FiguresScene {
  const compared = compareClaim(CLAIMED_PAYLOAD);
  const row = (id: 'headers' | 'payload' | 'tcp' | 'tls', { poll, frame, ratio }: Compared) => ({
    id,
    name: { label: `counted-${id}`, values: { payload: CLAIMED_PAYLOAD } } as const,
    cells: [grouped(poll), grouped(frame), timesText(ratio)],
    lit: id === 'tcp',
  });
  return {
    kind: 'figures',
    inputs: [],
    caption: { label: 'counted' },
    columns: [
      { label: 'counted-what' },
      { label: 'counted-poll' },
      { label: 'counted-frame' },
      { label: 'counted-ratio' },
    ],
    rows: [
      row('headers', compared.headers),
      row('payload', compared.payload),
      row('tcp', compared.tcp),
      row('tls', compared.tls),
    ],
    asked,
  };
}

function claimScene(): FiguresScene {
  const figure = (bytes: number, mega: 'binary' | 'decimal') =>
    CLAIMED_CLIENTS.map((clients) => {
      const value = megabits(bytes, clients, mega);
      return value >= 50 ? value.toFixed(0) : value.toFixed(value >= 2 ? 1 : 3);
    });
  const row = (
    id: 'quoted-poll' | 'quoted-frame' | 'now-poll' | 'now-server' | 'now-client',
    bytes: number,
    mega: 'binary' | 'decimal',
  ) => ({
    id,
    name: { label: `claim-${id}`, values: { bytes } } as const,
    cells: figure(bytes, mega),
    lit: id === 'quoted-poll' || id === 'quoted-frame',
  });
  return {
    kind: 'figures',
    inputs: [],
    caption: { label: 'claim' },
    columns: [
      { label: 'claim-what' },
      ...CLAIMED_CLIENTS.map((clients) => ({ label: 'claim-clients', values: { clients: grouped(clients) } }) as const),
    ],
    rows: [
      row('quoted-poll', CLAIMED_HEAD, 'binary'),
      row('quoted-frame', HIXIE_FRAME, 'binary'),
      row('now-poll', CLAIMED_HEAD, 'decimal'),
      row('now-server', RFC6455_FRAMES.server, 'decimal'),
      row('now-client', RFC6455_FRAMES.client, 'decimal'),
    ],
    asked: false,
  };
}

export function claimSteps(): (() => LessonStep)[] {
  return [
    () => {
      const scene = claimScene();
      const [first = '', second = ''] = scene.rows.map(({ cells }) => cells.join(', '));
      const values = { head: CLAIMED_HEAD, frame: HIXIE_FRAME, first: ofWords(first), second: ofWords(second) };
      return step('claim', values, scene, ['draft-hixie-76 §4.2', 'RFC 6455 §5.2']);
    },
    () => {
      const { headers, payload, tcp } = compareClaim(CLAIMED_PAYLOAD);
      const option = (id: string, { ratio }: Compared, right = false) => ({
        id,
        value: ofWords(timesText(ratio)),
        right,
      });
      return step(
        'claim-ask',
        { payload: CLAIMED_PAYLOAD, ratio: ofWords(String(headers.ratio)) },
        countedScene(true),
        ['RFC 9293 §3.1'],
        {
          ask: {
            kind: 'choice',
            options: [option('headers', headers), option('tcp', tcp, true), option('payload', payload)],
          },
        },
      );
    },
    () => {
      const { headers, payload, tcp, tls } = compareClaim(CLAIMED_PAYLOAD);
      const times = ({ ratio }: Compared) => ofWords(timesText(ratio).replace(' ×', ''));
      const values = { headers: times(headers), payload: times(payload), tcp: times(tcp), tls: times(tls) };
      return step('counted', values, countedScene(false), ['RFC 9293 §3.1', 'RFC 8446 §5.2']);
    },
  ];
}

/** News that come once in a while, and nobody waits for them. */
const RARE = { events: [2700], interval: 5000 } as const;

export function chooseSteps(work: Work): (() => LessonStep)[] {
  return [
    () => {
      const runs = otherRuns(work, 'rare', RARE);
      const values = {
        requests: runs.short.end.requests,
        mean: ofDelay(
          runs.short.delivery.arrivals[0] == null ? null : runs.short.delivery.arrivals[0] - RARE.events[0],
        ),
        interval: ofTime(RARE.interval),
      };
      const scene = axisOf(work, {
        lanes: { short: 'current', long: 'faint', stream: 'faint', websocket: 'faint' },
        runs,
        lit: ['requests', 'held'],
        note: { label: 'note-rare', values: { interval: RARE.interval / 1000 } },
      });
      return step('choose', values, scene, ['RFC 6202 §2.2']);
    },
    () =>
      step(
        'summary',
        {},
        axisOf(work, { lanes: { short: 'done', long: 'done', stream: 'done', websocket: 'done' } }),
        ['RFC 6455 §1.1'],
        { onward: { lesson: 'two-protocols', step: null, inputs: {} } },
      ),
  ];
}
