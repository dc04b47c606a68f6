/** Where the key of one who keeps it is, and where it is not. */
import { createPrivateKey, verify, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { OwnKey } from '@commonwatt/client';
import { common, msp, peer } from '@hyperledger/fabric-protos';
import { WalletKeys } from '../../../key-sealing/index.ts';
import { Expectations, type Finding } from '../faults/finding.ts';
import type { Market } from '../market.ts';
import type { Party } from '../party.ts';
import { withPeerAs } from '../peer-as.ts';
import { countInFiles, countInMemory, tracesOf } from './key-traces.ts';
import { enrolOwner, type Owner } from './owner.ts';

const DEPOSIT = 1_000_000n;

/**
 * One who keeps its key and one who does not pay each other. What the ledger stores is signed by the owner's key, and
 * of the two keys the gateway's process and files have the other one alone, which shows that they were searched.
 */
export async function proveOwnKeys(market: Market, { payments }: { payments: number }): Promise<Finding> {
  const expectations = new Expectations();
  const { riverside } = market.offices;
  const key = await OwnKey.generate(true);
  const owner = await enrolOwner(market, riverside, key);
  const custodial = await market.member(riverside, 'consumer');
  await Promise.all([market.mint(owner.party, DEPOSIT), market.mint(custodial, DEPOSIT)]);
  let signedByOwner = 0;
  for (let round = 0; round < payments; round += 1) {
    const paid = await owner.signing.command('/v1/payments', paymentTo(custodial));
    await custodial.command('/v1/payments', paymentTo(owner.party));
    if (await isSignedBy(market, owner, paid.transactionIds.at(-1) ?? '')) signedByOwner += 1;
  }
  expectations.equal('transactions signed by the owner', signedByOwner, payments);
  const own = await traceCounts(market, tracesOf(createPrivateKey(await key.toPem())));
  const kept = await traceCounts(market, tracesOf(keptKey(market, custodial)));
  expectations.equal("traces of the owner's key", own, { files: 0, memory: 0 });
  expectations.holds(kept.memory > 0, 'the search did not find the key that the gateway has');
  return {
    figures: [
      ["payments that the ledger stores with the owner's certificate and signature", signedByOwner],
      ["traces of the owner's key in files of the organisation's wallet and gateway", own.files],
      ["traces of the owner's key in the memory of the gateway's process", own.memory],
      ['traces of a key that the gateway keeps, in the same files (sealed)', kept.files],
      ['traces of a key that the gateway keeps, in the same memory', kept.memory],
    ],
    violations: expectations.violations,
  };
}

function paymentTo({ account }: Party) {
  return { body: { outputs: [{ account, amount: '10' }] } };
}

/** The key of a member, as its organisation's operator can have it. */
function keptKey(market: Market, { enrolmentId }: Party) {
  const folder = market.consortium.state.organisation('Riverside');
  const file = join(folder.identity(enrolmentId), 'key.pem');
  return new WalletKeys(folder.walletSecret).read(file, { mspId: 'RiversideMSP', enrolmentId });
}

async function traceCounts(market: Market, traces: readonly Buffer[]) {
  const { wallet, gateway } = market.consortium.state.organisation('Riverside');
  const { nodes } = await market.consortium.status();
  const pid = nodes.find(({ node }) => node === 'gateway.riverside')?.pid;
  if (pid === undefined) throw new Error('there is no process of the gateway');
  const files = countInFiles(wallet, traces) + countInFiles(gateway, traces);
  return { files, memory: countInMemory(pid, traces) };
}

/** Whether the envelope that the peer stores names the owner's certificate and has a signature of its key. */
async function isSignedBy(market: Market, { options }: Owner, transactionId: string): Promise<boolean> {
  const { definition } = market.consortium;
  const { certificate, key } = options;
  const owner = { certificate, sign: (message: Uint8Array) => key.sign(message) };
  return withPeerAs(market, owner, async (gateway) => {
    const chain = gateway.getNetwork(definition.channel).getContract('qscc');
    const answer = await chain.evaluateTransaction('GetTransactionByID', definition.channel, transactionId);
    const envelope = peer.ProcessedTransaction.deserializeBinary(answer).getTransactionenvelope();
    const payload = envelope?.getPayload_asU8() ?? new Uint8Array();
    const header = common.Payload.deserializeBinary(payload).getHeader();
    const signatureHeader = common.SignatureHeader.deserializeBinary(
      header?.getSignatureHeader_asU8() ?? new Uint8Array(),
    );
    const identity = msp.SerializedIdentity.deserializeBinary(signatureHeader.getCreator_asU8());
    const stored = new X509Certificate(identity.getIdBytes_asU8());
    const expected = new X509Certificate(certificate);
    const isSigned = verify(
      'sha256',
      payload,
      expected.publicKey,
      envelope?.getSignature_asU8() ?? new Uint8Array(),
    );
    return stored.raw.equals(expected.raw) && isSigned;
  });
}
