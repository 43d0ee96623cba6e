import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { WRONG_ACCEPTS } from '../../../src/components/decode/samples/handshakes.ts';
import { loadSample, SAMPLE_IDS, type SampleId } from '../../../src/components/decode/samples.ts';
import { type Opened, openedOf } from '../../../src/components/decode/selectors.ts';

async function openSample(id: SampleId): Promise<Opened> {
  const { input, assumptions = {} } = await loadSample(id);
  const { opened, error } = openedOf({ input, form: null, tcp: null, assumptions });
  expect(error).toBeNull();
  return opened as Opened;
}

const rules = ({ connection }: Opened) => [...new Set(connection.issues().list.map(({ rule }) => rule))];
const kinds = ({ connection }: Opened) =>
  Array.from({ length: connection.partCount }, (_, row) => connection.part(row).kind);

describe('samples', () => {
  test.each(SAMPLE_IDS)('%s is recognised and has parts', async (id) => {
    const opened = await openSample(id);
    expect(opened.connection.partCount).toBeGreaterThan(0);
    if (id !== 'broken-text') expect(opened.problems).toEqual([]);
  });

  test('an accept pair that should be right is, by node:crypto', async () => {
    for (const id of ['accept-rfc', 'accept-2', 'accept-3', 'accept-4', 'accept-pad-bits'] as const) {
      const { streams } = await openSample(id);
      const [request = '', response = ''] = streams.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
      const key = /Sec-WebSocket-Key: (.*)\r\n/.exec(request)?.[1] ?? '';
      const accept = /Sec-WebSocket-Accept: (.*)\r\n/.exec(response)?.[1];
      expect(accept).toBe(createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64'));
    }
  });

  test('a hixie-76 answer that should be right is, by node:crypto', async () => {
    for (const id of ['hixie-a', 'hixie-b', 'hixie-c', 'hixie-d'] as const) {
      const { streams } = await openSample(id);
      const [request = Buffer.alloc(0), response = Buffer.alloc(0)] = streams.map(({ bytes }) => Buffer.from(bytes));
      const numbers = [1, 2].map((n) => {
        const key = new RegExp(`Key${n}: (.*)\r\n`).exec(request.toString('latin1'))?.[1] ?? '';
        const out = Buffer.alloc(4);
        out.writeUInt32BE(Number(key.replace(/\D/g, '')) / key.replace(/[^ ]/g, '').length);
        return out;
      });
      const answer = createHash('md5')
        .update(Buffer.concat([...numbers, request.subarray(-8)]))
        .digest();
      expect(response.subarray(-16)).toEqual(answer);
    }
  });

  test.each(Object.keys(WRONG_ACCEPTS) as SampleId[])('%s breaks the rule of the accept', async (id) => {
    expect(rules(await openSample(id))).toContain('accept-mismatch');
  });

  test.each([
    ['broken-unmasked', 'unmasked-client-frame'],
    ['broken-server-masked', 'masked-server-frame'],
    ['broken-length', 'length-not-minimal'],
    ['broken-rsv', 'rsv-nonzero'],
    ['broken-continuation', 'unexpected-continuation'],
    ['broken-ping', 'control-too-long'],
    ['broken-close', 'close-payload-length-1'],
    ['broken-cut', 'bytes-end-inside-frame'],
    ['broken-mid-stream', 'bytes-before-first-frame'],
    ['message-utf8-fail-fast', 'invalid-utf8'],
    ['hixie-a-collapsed', 'hixie-key-not-divisible'],
    ['hixie-b-collapsed', 'hixie-key-spaces-collapsed'],
    ['hybi-04', 'accept-mismatch'],
    ['accept-pad-bits', 'key-pad-bits'],
  ] as const)('%s shows %s', async (id, rule) => {
    expect(rules(await openSample(id))).toContain(rule);
  });

  test.each([
    ['chat-hybi-01', 'hybi-01'],
    ['chat-hybi-03', 'hybi-03'],
    ['chat-hybi-04', 'version-4'],
    ['chat-hybi-06', 'version-6'],
  ] as const)('%s is whole, and of its dialect', async (id, dialect) => {
    const { connection } = await openSample(id);
    expect(connection.dialect.value).toBe(dialect);
    expect(connection.issues().list).toEqual([]);
    expect(connection.phase).toBe('closed');
    expect(connection.messages('client-to-server').map(({ opcode }) => opcode)).toEqual([1, 1]);
  });

  test('the famous wrong pair is recognised', async () => {
    const { connection } = await openSample('hybi-04');
    expect(connection.dialect.value).toBe('version-4');
    expect(connection.issues().list[0]?.values.mistake).toBe('wrong-key-sample-draft04');
  });

  test('a whole chat has nothing wrong, and its parts come in the order of the capture', async () => {
    const opened = await openSample('chat-whole');
    expect(rules(opened).filter((rule) => rule !== 'masking-key-repeated')).toEqual([]);
    expect(kinds(opened).slice(0, 2)).toEqual(['request', 'response']);
    expect(opened.connection.phase).toBe('closed');
  });
});
