import { connect } from 'node:net';

const ANSWER_MS = 10_000;

/**
 * Sends bytes (text as Latin-1) as they are.
 *
 * @param options `hangUp`: end the connection as soon as they are sent
 * @returns all that comes back until the connection ends
 */
export function sendRaw(port: number, bytes: string, { hangUp = false } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setTimeout(ANSWER_MS, () => socket.destroy(new Error('no end of the answer')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    if (hangUp) socket.end(bytes, 'latin1');
    else socket.write(bytes, 'latin1');
  });
}
