/** Makes an ordering node take part in the channel, over its administration interface. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import type { Organisation } from '../../network/consortium.ts';
import { tlsFiles } from '../organisation/node-keys.ts';
import type { OrganisationFolder } from '../state-folder.ts';

const ANSWER_TIMEOUT_MS = 20_000;
const CREATED = 201;
const OK = 200;

/** Joins unless it has joined already. */
export async function joinOrderer(
  organisation: Organisation,
  folder: OrganisationFolder,
  channel: string,
  genesisBlock: Buffer,
): Promise<void> {
  const known = await ask(organisation, folder, 'GET', `/participation/v1/channels/${channel}`);
  if (known.status === OK) return;
  const boundary = randomUUID();
  const body = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="config-block"; filename="config.block"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n',
    ),
    genesisBlock,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const joined = await ask(organisation, folder, 'POST', '/participation/v1/channels', { body, boundary });
  if (joined.status !== CREATED)
    throw new Error(`the ordering node of ${organisation.name} does not join: ${joined.text}`);
}

type Upload = { body: Buffer; boundary: string };

function ask(
  organisation: Organisation,
  folder: OrganisationFolder,
  method: string,
  path: string,
  upload?: Upload,
): Promise<{ status: number; text: string }> {
  const tls = tlsFiles(folder.orderer);
  const options = {
    method,
    host: 'localhost',
    port: organisation.ports.orderer?.admin,
    path,
    ca: readFileSync(tls.root),
    cert: readFileSync(tls.certificate),
    key: readFileSync(tls.key),
    agent: false as const,
    timeout: ANSWER_TIMEOUT_MS,
    ...(upload && {
      headers: {
        'content-type': `multipart/form-data; boundary=${upload.boundary}`,
        'content-length': upload.body.length,
      },
    }),
  };
  return new Promise((resolve, reject) => {
    const call = request(options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: text.trim() }));
    });
    call.on('timeout', () => call.destroy(new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`)));
    call.on('error', reject);
    call.end(upload?.body);
  });
}
