import { fileURLToPath } from 'node:url';
import { conformance, type ConformanceSubject } from './conformance.ts';
import { MemoryLedger } from './memory-ledger.ts';
import { makeOrganisation, type TestIdentity } from './organisation.ts';

const chaincode = fileURLToPath(new URL('fixture', import.meta.url));

async function subject(copies: 1 | 3): Promise<ConformanceSubject<TestIdentity>> {
  const ledger = await MemoryLedger.start({ chaincode, copies, rules: 'asFabric' });
  const manager = makeOrganisation('RiversideMSP').enrol('alice', 'manager');
  const buyer = makeOrganisation('UtilityMSP').enrol('bob', 'buyer');
  return {
    client: ledger,
    identities: [
      { identity: manager, role: manager.role },
      { identity: buyer, role: buyer.role },
    ],
    channel: ledger.channel,
    close: () => ledger.close(),
  };
}

conformance('the in-memory ledger with three copies', () => subject(3));
conformance('the in-memory ledger with one copy', () => subject(1), { comparesEndorsers: false });
