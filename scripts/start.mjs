/** `npm start`: installs and builds what is missing or old, serves the built site and prints its address. */
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { fail, ROOT, setUp } from './setup.mjs';

const USAGE = 'Usage: npm start -- [--port NUMBER] [--host [ADDRESS]]';
const DEFAULT_PORT = 4101;

const { port, host } = readOptions(process.argv.slice(2));
setUp();
if (await isTaken(port)) fail(busy(port));
await buildIfStale();

const { preview } = await import('vite');
try {
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    // Only files that anybody may read are served, so any name by which a class reaches this machine is good.
    preview: { port, strictPort: true, allowedHosts: true, ...(host === undefined ? {} : { host }) },
  });
  const addresses = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
  console.log(`WebSocket 101 is at ${addresses.join(' and ')}\nCtrl-C ends it.`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  fail(/in use|EADDRINUSE/.test(message) ? busy(port) : `Could not serve: ${message}`);
}

/** @param {string[]} args @returns {{ port: number, host: string | true | undefined }} */
function readOptions(args) {
  // `--host` alone means every interface.
  const open = args.findIndex(
    (arg, i) => arg === '--host' && (args[i + 1] === undefined || args[i + 1]?.startsWith('-')),
  );
  const rest = open < 0 ? args : args.toSpliced(open, 1);
  try {
    const { values } = parseArgs({ args: rest, options: { port: { type: 'string' }, host: { type: 'string' } } });
    const wanted = values.port === undefined ? DEFAULT_PORT : Number(values.port);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65535) fail(`Not a port: ${values.port}\n${USAGE}`);
    return { port: wanted, host: open < 0 ? values.host : true };
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

/** @param {number} taken */
function busy(taken) {
  return `Port ${taken} is taken by another program. Choose one: npm start -- --port ${taken + 1}`;
}

/**
 * Asks both loopback addresses, because a program on the other one would answer in our place at `localhost`.
 * @param {number} asked @returns {Promise<boolean>}
 */
async function isTaken(asked) {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(
      (address) =>
        new Promise((resolve) => {
          const socket = connect({ port: asked, host: address, timeout: 1000 });
          const end = (/** @type {boolean} */ taken) => {
            socket.destroy();
            resolve(taken);
          };
          socket
            .once('connect', () => end(true))
            .once('error', () => end(false))
            .once('timeout', () => end(false));
        }),
    ),
  );
  return answers.includes(true);
}
