/**
 * Changes of the channel's configuration: one organisation works out the change, others sign it on their own, and
 * anybody hands it in. The ordering nodes accept it only if the signatures satisfy the policy of everything it touches.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { common } from '@hyperledger/fabric-protos';
import { awaitUntil } from '../await-until.ts';
import { broadcast } from '../fabric/broadcast.ts';
import { channelHeader, signatureHeader } from '../fabric/proposal.ts';
import { signedEnvelope } from '../fabric/transaction.ts';
import type { Member, OrderingService } from '../member.ts';
import { channelConfiguration, configurationSequence } from './configuration.ts';

const run = promisify(execFile);
const TAKES_EFFECT_MS = 30_000;

/** A part of the configuration as configtxlator writes it in JSON. */
export type ConfigGroup = {
  groups: Record<string, ConfigGroup>;
  values: Record<string, { mod_policy: string; value: Record<string, unknown> }>;
  policies: Record<string, { mod_policy: string; policy: object }>;
  mod_policy: string;
};

/**
 * The difference between the channel's configuration and what `change` makes of it, to be signed.
 *
 * @param binaries folder with configtxlator
 * @param change alters the given configuration in place
 * @throws Error when nothing differs
 */
export async function configurationUpdate(
  binaries: string,
  member: Member,
  channel: string,
  change: (configuration: ConfigGroup) => void,
): Promise<Uint8Array> {
  const original = await channelConfiguration(member, channel);
  const folder = await mkdtemp(join(tmpdir(), 'commonwatt-configuration-'));
  const file = (name: string) => join(folder, name);
  const translate = (...args: string[]) => run(join(binaries, 'configtxlator'), args);
  try {
    await writeFile(file('original.pb'), original);
    await translate(
      'proto_decode',
      '--type',
      'common.Config',
      '--input',
      file('original.pb'),
      '--output',
      file('original.json'),
    );
    const content = JSON.parse(await readFile(file('original.json'), 'utf8')) as {
      channel_group: ConfigGroup;
    };
    change(content.channel_group);
    await writeFile(file('updated.json'), JSON.stringify(content));
    await translate(
      'proto_encode',
      '--type',
      'common.Config',
      '--input',
      file('updated.json'),
      '--output',
      file('updated.pb'),
    );
    const files = [
      '--original',
      file('original.pb'),
      '--updated',
      file('updated.pb'),
      '--output',
      file('update.pb'),
    ];
    await translate('compute_update', '--channel_id', channel, ...files);
    return await readFile(file('update.pb'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The member's consent to an update, by its admin. */
export function signConfigurationUpdate({ admin }: Member, update: Uint8Array): common.ConfigSignature {
  const header = signatureHeader(admin).serializeBinary();
  const signature = new common.ConfigSignature();
  signature.setSignatureHeader(header);
  signature.setSignature(admin.sign(Buffer.concat([header, update])));
  return signature;
}

/**
 * Hands an update in and waits until the sender's peer has it.
 *
 * @throws NotOrdered when the signatures are not enough, or the update is not valid
 */
export async function submitConfigurationUpdate(
  sender: Member,
  ordering: OrderingService,
  channel: string,
  update: Uint8Array,
  signatures: common.ConfigSignature[],
): Promise<void> {
  const before = await configurationSequence(sender, channel);
  const envelope = new common.ConfigUpdateEnvelope();
  envelope.setConfigUpdate(update);
  envelope.setSignaturesList(signatures);
  const header = new common.Header();
  header.setChannelHeader(channelHeader(common.HeaderType.CONFIG_UPDATE, channel).serializeBinary());
  header.setSignatureHeader(signatureHeader(sender.admin).serializeBinary());
  await broadcast(
    ordering.clients,
    signedEnvelope(sender.admin, header, envelope.serializeBinary()),
    ordering.needed,
  );
  await awaitConfiguration(sender, channel, before + 1);
}

/** Waits until the member's peer has at least this configuration. */
export async function awaitConfiguration(member: Member, channel: string, sequence: number): Promise<void> {
  const what = `the peer of ${member.name} having configuration ${sequence}`;
  await awaitUntil(
    what,
    TAKES_EFFECT_MS,
    async () => (await configurationSequence(member, channel)) >= sequence,
  );
}
