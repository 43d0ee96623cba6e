import { describe, expect, it } from 'vitest';
import { open } from '../../../src/protocol/capture/open.ts';
import { readText } from '../../../src/protocol/text/import.ts';
import { writeBytes } from '../../../src/protocol/text/write.ts';
import { hexOf } from './vectors.ts';

/** Looks like the server's to whoever goes by the MASK bit. */
const UNMASKED = Buffer.from('810548656c6c6f', 'hex');
const MASKED = Buffer.from('818537fa213d7f9f4d5158', 'hex');
const SWAPPED = [
  { direction: 'client-to-server', bytes: UNMASKED },
  { direction: 'server-to-client', bytes: MASKED },
] as const;

describe('a text that names the sender', () => {
  it.each(['xxd', 'python', 'js', 'json'] as const)('in %s is believed against all signs', (form) => {
    const { streams, problems } = open(writeBytes(form, SWAPPED));
    expect(problems).toEqual([]);
    expect(streams.map(({ direction, bytes }) => [direction, hexOf(bytes)])).toEqual(
      SWAPPED.map(({ direction, bytes }) => [direction, hexOf(bytes)]),
    );
    expect(streams[0]?.sender.reasons).toEqual(['sender-stated-by-notation']);
  });

  it.each(['# client-to-server\n', '// client-to-server\r\n', '#client-to-server and server-to-client\n'])(
    'in a first line (%j) is believed, and places stay where they are',
    (line) => {
      const { reading } = readText(`${line}81 05 48 65 6c 6c 6f`);
      const [stream] = reading.streams;
      expect([stream?.direction, stream?.stated]).toEqual(['client-to-server', true]);
      expect(stream?.chars?.charsOf(0)).toEqual([line.length, line.length + 2]);
    },
  );

  it('anywhere else is text like any other', () => {
    expect(open('81 05 48 65 6c 6c 6f # client-to-server').streams[0]?.direction).toBe('server-to-client');
    expect(readText('# from server-to-client\n81 00').reading.streams[0]?.stated).toBeUndefined();
  });
});

it('several streams of one direction are what it sent one after another', () => {
  const sent = [SWAPPED[1], SWAPPED[0], SWAPPED[0]];
  expect(writeBytes('python', sent)).toBe(
    `server_to_client = ${writeBytes('python', [SWAPPED[1]])}client_to_server = ${writeBytes('python', [
      { direction: null, bytes: Buffer.concat([UNMASKED, UNMASKED]) },
    ])}`,
  );
  expect(writeBytes('c-array', sent)).toMatch(/peer1_0\[\][\s\S]*peer0_0\[\][\s\S]*peer0_1\[\]/);
  expect(writeBytes('hexdump-C', sent)).toMatch(/^\t00000000 .*\n00000000 .*\n00000007 .*\n$/);
});

it('offsets of a followed stream are hexadecimal, however few there are', () => {
  const hello = '81 05 48 65 6c 6c 6f                              ..Hello';
  const rows = ['00000000', '00000007', '0000000E'].map((offset) => `\t${offset}  ${hello}\n`);
  const { reading } = readText(`${rows[0]}${rows[1]}00000000  89 00                  ..\n${rows[2]}`);
  expect(reading.problems).toEqual([]);
  expect(reading.streams.find(({ direction }) => direction === 'server-to-client')?.bytes.length).toBe(21);
});
