import { createHash } from 'node:crypto';
import { md5 as nobleMd5, sha1 as nobleSha1 } from '@noble/hashes/legacy.js';
import { toHex } from '../src/protocol/bytes/hex.ts';
import { advanceUtf8, encodeUtf8 } from '../src/protocol/bytes/utf8.ts';
import { acceptFor, GUID } from '../src/protocol/hash/accept.ts';
import { md5 } from '../src/protocol/hash/md5.ts';
import { traceMd5 } from '../src/protocol/hash/md5-trace.ts';
import { sha1 } from '../src/protocol/hash/sha1.ts';
import { traceSha1 } from '../src/protocol/hash/sha1-trace.ts';
import type { HashTrace } from '../src/protocol/hash/trace.ts';
import { type Comparison, mustAgree, noise } from './harness.ts';

type Hash = (bytes: Uint8Array) => Uint8Array;

const TIMES = 50_000;
const MIB16 = 16 * 2 ** 20;

export function hashComparisons(): readonly Comparison[] {
  return [
    acceptKey(),
    ...small('SHA-1', 'sha1', sha1, nobleSha1, traceSha1, 60, 2),
    large('SHA-1', 'sha1', sha1, nobleSha1, 1.25),
    ...small('MD5', 'md5', md5, nobleMd5, traceMd5, 60, 1.8),
    large('MD5', 'md5', md5, nobleMd5, 1.3),
    utf8('mixed text', 'Hello κόσμε 世界 🌍, naïve café — да! {"json": true} ', 2.4),
    utf8('ASCII', 'The quick brown fox jumps over the lazy dog. 0123456789 ', null),
  ];
}

function acceptKey(): Comparison {
  const keys = Array.from({ length: 1000 }, (_, i) => Buffer.from(noise(16, i)).toString('base64'));
  const withBuffer = (key: string) => Buffer.from(nobleSha1(encodeUtf8(key + GUID))).toString('base64');
  const withBtoa = (key: string) => btoa(String.fromCharCode(...nobleSha1(encodeUtf8(key + GUID))));
  for (const key of keys) {
    mustAgree('accept', withBuffer(key), acceptFor(key));
    mustAgree('accept', withBtoa(key), acceptFor(key));
  }
  const all = (accept: (key: string) => string) => () => {
    for (let i = 0; i < TIMES; i += 1) accept(keys[i % keys.length] as string);
  };
  return {
    work: 'Accept key from `Sec-WebSocket-Key`',
    amount: TIMES,
    unit: 'hashes',
    ours: { name: 'ours', run: all(acceptFor) },
    peers: [
      { name: '@noble/hashes and `btoa`', run: all(withBtoa), target: 3.5 },
      { name: '@noble/hashes and `Buffer`', run: all(withBuffer), target: null },
    ],
  };
}

function agree(algorithm: string, ours: Hash, message: Uint8Array): void {
  mustAgree(algorithm, createHash(algorithm).update(message).digest('hex'), toHex(ours(message)));
}

function small(
  name: string,
  algorithm: string,
  ours: Hash,
  noble: Hash,
  trace: (bytes: Uint8Array) => HashTrace,
  length: number,
  target: number,
): readonly Comparison[] {
  const message = noise(length);
  agree(algorithm, ours, message);
  const all = (hash: (bytes: Uint8Array) => unknown) => () => {
    for (let i = 0; i < TIMES; i += 1) hash(message);
  };
  const recorded = (bytes: Uint8Array) => {
    const made = trace(bytes);
    for (let block = 0; block < made.blockCount; block += 1) made.block(block);
  };
  return [
    {
      work: `${name} of ${length} bytes`,
      amount: TIMES,
      unit: 'hashes',
      ours: { name: 'ours', run: all(ours) },
      peers: [{ name: '@noble/hashes', run: all(noble), target }],
    },
    {
      work: `${name} of ${length} bytes, every round recorded`,
      amount: TIMES,
      unit: 'hashes',
      ours: { name: 'recorded', run: all(recorded) },
      peers: [{ name: 'ours, not recorded', run: all(ours), target: 0.15 }],
    },
  ];
}

function large(name: string, algorithm: string, ours: Hash, noble: Hash, target: number): Comparison {
  const message = noise(MIB16);
  agree(algorithm, ours, message);
  return {
    work: `${name} of 16 MiB`,
    amount: MIB16,
    unit: 'B',
    ours: { name: 'ours', run: () => ours(message) },
    peers: [{ name: '@noble/hashes', run: () => noble(message), target }],
  };
}

function utf8(name: string, phrase: string, target: number | null): Comparison {
  const text = encodeUtf8(phrase.repeat(Math.ceil(MIB16 / phrase.length / 2)));
  const strict = new TextDecoder('utf-8', { fatal: true });
  mustAgree('UTF-8', 0, advanceUtf8(0, text, 0, text.length));
  return {
    work: `UTF-8 checked, ${name}`,
    amount: text.length,
    unit: 'B',
    ours: { name: 'ours', run: () => advanceUtf8(0, text, 0, text.length) },
    peers: [{ name: '`TextDecoder`, fatal', run: () => strict.decode(text), target }],
  };
}
