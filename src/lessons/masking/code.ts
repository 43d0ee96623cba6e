/** The Python beside the steps. */

import { codeOf } from '../../components/lesson/code.ts';
import attack from './attack.py?raw';
import blob from './blob.py?raw';
import broken from './broken.py?raw';
import mask from './mask.py?raw';
import reads from './reads.py?raw';
import receive from './receive.py?raw';
import recover from './recover.py?raw';
import send from './send.py?raw';

export const CODE = {
  xor: codeOf(mask, 'out[i] ^= key[i % 4]'),
  mask: codeOf(mask, 'def mask(data, key):', 'return bytes(out)'),
  draw: codeOf(send, 'key = os.urandom(4)'),
  header: codeOf(send, 'size = 0x80 | len(data)', 'return (head + key', '+ mask(data, key))'),
  receive: codeOf(receive, 'data = mask(wire, key)', 'return data.decode()'),
  carried: codeOf(reads, 'k = key[r:] + key[:r]', 'i += len(chunk)'),
  newFrame: codeOf(reads, "i, data = 0, b''"),
  broken: codeOf(broken, 'data += mask(chunk, key)'),
  recover: codeOf(recover, 'w ^ p for w, p'),
  drawAgain: codeOf(blob, 'key = os.urandom(4)'),
  attack: codeOf(attack, 'return mask(wanted, key)'),
};
