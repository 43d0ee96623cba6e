/** What the answer proves and what it does not, and the end of the lesson. */

import { ofText } from '../../../components/lesson/value.ts';
import { toBase64 } from '../../../protocol/bytes/base64.ts';
import { acceptFor, GUID } from '../../../protocol/hash/accept.ts';
import { sha1 } from '../../../protocol/hash/sha1.ts';
import type { Body, Draft } from '../body.ts';
import type { Claim, Focus } from '../scene.ts';
import { afterAll } from '../scene.ts';
import type { Work } from '../work.ts';
import { CODE } from './code.ts';
import { requestFocus } from './key.ts';

const PROVED: readonly Claim[] = ['claim-understood', 'claim-this-key', 'claim-fresh'];
const NOT_PROVED: readonly Claim[] = ['claim-not-secret', 'claim-not-identity', 'claim-not-whole'];

export function meaningSteps(work: Work): readonly Draft[] {
  const { key, accept } = work;
  const draft = (id: string, make: () => Body): Draft => ({ phase: 'meaning', id, make });
  const otherKey = nextKey(work);
  const otherAccept = acceptFor(otherKey);
  return [
    draft('proves', () => ({
      text: 'proves',
      values: {},
      scene: afterAll(work, { kind: 'claims', claims: PROVED }),
      sections: ['RFC 6455 §1.3'],
    })),
    draft('limits', () => ({
      text: 'limits',
      values: {},
      scene: afterAll(work, { kind: 'claims', claims: [...PROVED, ...NOT_PROVED] }),
      sections: ['RFC 6455 §10.8', 'RFC 6455 §10.5', 'RFC 6455 §10.6'],
    })),
    draft('public', () => ({
      text: 'public',
      values: { guid: ofText(GUID) },
      scene: afterAll(work, talk(key, accept, true)),
      sections: ['RFC 6455 §1.3', 'RFC 6455 §10.8'],
    })),
    draft('scripts', () => ({
      text: 'scripts',
      values: { key: ofText(key, 'key') },
      scene: afterAll(work, requestFocus(work)),
      sections: ['RFC 6455 §1.6'],
    })),
    draft('caches', () => ({
      text: 'caches',
      values: {
        key: ofText(key, 'key'),
        otherKey: ofText(otherKey, 'key'),
        accept: ofText(accept, 'key'),
        otherAccept: ofText(otherAccept, 'key'),
      },
      scene: afterAll(work, {
        kind: 'talk',
        lines: [
          { from: 'client', header: 'Sec-WebSocket-Key', value: otherKey, believed: null },
          { from: 'cache', header: 'Sec-WebSocket-Accept', value: accept, believed: false },
          { from: 'server', header: 'Sec-WebSocket-Accept', value: otherAccept, believed: true },
        ],
      }),
      sections: ['RFC 6455 §1.3', 'RFC 6455 §4.1'],
    })),
  ];
}

export function endSteps(work: Work): readonly Draft[] {
  const { key, accept, text } = work;
  return [
    {
      phase: 'end',
      id: 'end',
      make: () => ({
        text: 'end',
        values: { key: ofText(key, 'key'), accept: ofText(accept, 'key') },
        scene: afterAll(work, talk(key, accept, true)),
        sections: ['RFC 6455 §1.3', 'RFC 6455 §4.2.2'],
        code: CODE.whole,
        onward: { lesson: 'inside-sha1', step: null, inputs: { message: text } },
      }),
    },
  ];
}

function talk(key: string, accept: string, believed: boolean): Focus {
  return {
    kind: 'talk',
    lines: [
      { from: 'client', header: 'Sec-WebSocket-Key', value: key, believed: null },
      { from: 'server', header: 'Sec-WebSocket-Accept', value: accept, believed },
    ],
  };
}

/** Some other key, always the same for the same one: the digest is as good as random. */
function nextKey(work: Work): string {
  return toBase64(sha1(work.digest).subarray(0, 16));
}
