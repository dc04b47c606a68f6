import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit, type AuditOptions } from '../../audit/audit.ts';
import type { AuditReport } from '../../audit/report.ts';
import type { MemoryLedger } from '../ledger/index.ts';
import { ODDITIES, writeCopy } from './ledger-copy.ts';
import { makeNode } from './nodes.ts';
import { tellStory } from './story.ts';
import { changeReading, edit, TamperedLedger } from './tampering.ts';

const VALIDITY = "a transaction's validity follows from the blocks";
const [MVCC_READ_CONFLICT, POLICY_FAILURE, EXPIRED_CHAINCODE, PHANTOM_READ] = [11, 10, 17, 12];
const NOT_VALIDATED = 254;

describe('the audit of a copied ledger', () => {
  let story: MemoryLedger;
  let folder: string;
  let ledger: TamperedLedger;

  before(async () => {
    story = await tellStory();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'commonwatt-audit-'));
    ledger = new TamperedLedger(story);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function audited(options: AuditOptions = {}): Promise<AuditReport> {
    writeCopy(folder, ledger.blocks);
    return audit({ blocks: folder, ...options });
  }

  async function assertCaught(rule: string, options: AuditOptions = {}): Promise<AuditReport> {
    const report = await audited(options);
    assert.equal(report.discrepancy?.rule, rule);
    assert.equal(report.balanced, false);
    return report;
  }

  it('balances an honest one, and counts who endorsed and what was checked', async () => {
    const report = await audited();
    assert.deepEqual(report.discrepancy, null);
    const { length } = story.blocks;
    const writing = story.blocks.filter(
      ({ transactions }) => (transactions[0]?.writes.length ?? 0) > 0,
    ).length;
    assert.deepEqual(report.endorsements, [
      { organisations: ['RegulatorMSP', 'RiversideMSP', 'UtilityMSP'], valid: writing, invalid: 0 },
    ]);
    const { orderers, callersAndEndorsers, meters } = report.signatures;
    assert.deepEqual([orderers, callersAndEndorsers, meters], [3 * length, 4 * length, 7]);
    assert.equal(report.blocks.count, length + 1);
    assert.equal(report.certificates.issued, 48);
    assert.deepEqual(report.money, { minted: '9000000560', burned: '500', outstanding: '9000000060' });
  });

  it('names block, transaction and key of one byte changed in a readings block, even if all others conspire', async () => {
    const transaction = ledger.nth('readings:submit');
    changeReading(transaction, true);
    const number = 1 + ledger.blocks.findIndex(({ transactions }) => transactions.includes(transaction));
    const { discrepancy } = await assertCaught('a block is signed by its meter');
    assert.equal(discrepancy?.block, number);
    assert.equal(discrepancy.transaction, 0);
    assert.match(discrepancy.transactionId ?? '', /^[0-9a-f]{64}$/);
    assert.match(discrepancy.key ?? '', /^block\/device\/roof-anna\/\d{10}$/);
  });

  it('names block and key of one range moved, even if all conspire', async () => {
    const transaction = ledger.nth('certificates:transfer');
    edit(transaction, 'holding', { end: 6 }, { end: 5 });
    const number = 1 + ledger.blocks.findIndex(({ transactions }) => transactions.includes(transaction));
    const { discrepancy } = await assertCaught('the ranges of a batch are disjoint and complete', {
      signatures: false,
    });
    assert.equal(discrepancy?.block, number);
    assert.match(discrepancy.key ?? '', /^holding\//);
  });

  describe('does not believe that a transaction is valid', () => {
    it('that the utility did not endorse', () => {
      ledger.nth('money:pay').endorsers = ['RegulatorMSP', 'RiversideMSP', 'HillsideMSP'];
      return assertCaught(VALIDITY);
    });

    it('that the regulator did not endorse, signatures checked or not', () => {
      ledger.nth('money:pay').endorsers = ['UtilityMSP', 'RiversideMSP', 'HillsideMSP'];
      return assertCaught(VALIDITY, { signatures: false });
    });

    it('that no community endorsed', () => {
      ledger.nth('money:pay').endorsers = ['RegulatorMSP', 'UtilityMSP'];
      return assertCaught(VALIDITY);
    });

    it('whose endorser got its certificate from the authority of another organisation', () => {
      const impostor = makeNode('UtilityMSP', 'peer', 'RiversideMSP');
      const peers = new Map([
        ['RegulatorMSP', makeNode('RegulatorMSP', 'peer')],
        ['RiversideMSP', makeNode('RiversideMSP', 'peer')],
        ['UtilityMSP', impostor],
      ]);
      ledger.nth('money:pay').peers = peers;
      return assertCaught(VALIDITY);
    });

    it('whose endorser is no peer', () => {
      ledger.nth('money:pay').peers = new Map([
        ['RegulatorMSP', makeNode('RegulatorMSP', 'orderer')],
        ['RiversideMSP', makeNode('RiversideMSP', 'peer')],
        ['UtilityMSP', makeNode('UtilityMSP', 'peer')],
      ]);
      return assertCaught(VALIDITY);
    });

    it('whose endorsements are signed in the form that Fabric refuses', () => {
      ledger.nth('money:pay').highS = true;
      return assertCaught(VALIDITY);
    });

    it('that read a value which had changed', () => {
      const transaction = ledger.nth('money:pay');
      const at = transaction.reads.findIndex(({ version }) => version !== null);
      const read = transaction.reads[at];
      assert.ok(read);
      transaction.reads[at] = { ...read, version: { block: 1, transaction: 7 } };
      return assertCaught(VALIDITY);
    });

    it('whose id is not that of its creator and nonce', () => {
      ledger.nth('money:pay').transactionId = 'f'.repeat(64);
      return assertCaught(VALIDITY);
    });

    it('that comes a second time', () => {
      ledger.blocks.push({ transactions: [ledger.nth('accounts:activate')] });
      return assertCaught(VALIDITY);
    });
  });

  describe('does not believe that a transaction is invalid', () => {
    for (const flag of [MVCC_READ_CONFLICT, POLICY_FAILURE, PHANTOM_READ, EXPIRED_CHAINCODE, NOT_VALIDATED]) {
      it(`with code ${flag}, when nothing speaks against it`, () => {
        ledger.nth('accounts:suspend').flag = flag;
        return assertCaught(VALIDITY);
      });
    }
  });

  describe('takes a transaction as peers take it that has', () => {
    for (const oddity of ODDITIES) {
      it(oddity, async () => {
        ledger.nth('readings:submit').oddity = oddity;
        assert.deepEqual((await audited()).discrepancy, null);
      });
    }
  });

  it('sees a transaction that hides behind another one in its place', async () => {
    const [hidden, probe] = [ledger.nth('certificates:retire'), ledger.nth('accounts:activate')];
    const last = { ...probe, nonce: 'last', writes: [], reads: [] };
    ledger.blocks.push({ transactions: [{ ...hidden, nonce: 'hidden' }, last], runTogether: true });
    await assertCaught('a transaction can be read');
  });

  it('takes what peers refused for what it is, and counts it', async () => {
    const refused = (nonce: string, flag: number) => ({ ...ledger.nth('accounts:suspend'), nonce, flag });
    ledger.blocks.push({
      transactions: [
        { ...refused('too few', POLICY_FAILURE), endorsers: ['RegulatorMSP', 'UtilityMSP'] },
        refused('stale', MVCC_READ_CONFLICT),
        { ...refused('old chaincode', EXPIRED_CHAINCODE), chaincode: 'other' },
      ],
    });
    const report = await audited();
    assert.deepEqual(report.discrepancy, null);
    assert.deepEqual(report.transactions.invalidByCode, { 10: 1, 11: 1, 17: 1 });
    assert.deepEqual(report.endorsements.slice(1), [
      { organisations: ['RegulatorMSP', 'UtilityMSP'], valid: 0, invalid: 1 },
    ]);
  });

  it('wants a quorum of the ordering nodes under every block', async () => {
    ledger.blocks[3] = { transactions: ledger.blocks[3]?.transactions ?? [], signers: 2 };
    const { discrepancy } = await assertCaught('a block is signed by a quorum of the ordering nodes');
    assert.equal(discrepancy?.block, 4);
  });

  it("lets no other chaincode write the market's state", () => {
    ledger.nth('money:pay').chaincode = 'other';
    return assertCaught("the market's state is written by its own chaincode");
  });

  it('lets no key escape the endorsement policy by one of its own', () => {
    ledger.nth('money:pay').keyPolicies = ['a key'];
    return assertCaught('no key has an endorsement policy of its own');
  });
});
