import assert from 'node:assert/strict';
import { Discrepancy } from '../../audit/discrepancy.ts';
import { makeOrganisation, type MemoryLedger, type TestIdentity } from '../ledger/index.ts';
import { keyHashOf, tellStory } from './story.ts';
import { add, changeFlags, changeReading, drop, edit, idOf, TamperedLedger } from './tampering.ts';

type Tampering = readonly [what: string, rule: string, act: (ledger: TamperedLedger) => void];

const caller = (mspId: string, id: string, role: string): TestIdentity =>
  makeOrganisation(mspId).enrol(id, role);
const treasurer = caller('UtilityMSP', 'treasurer', 'treasurer');
const registrar = caller('RegulatorMSP', 'registrar', 'registrar');
const bob = 'HillsideMSP/bruno';
const bruno = caller('HillsideMSP', 'bruno', 'member');

const READINGS: Tampering[] = [
  [
    'a stored reading that the transaction did not carry',
    'a stored block is what the transaction carried',
    (ledger) => changeReading(ledger.nth('readings:submit'), false),
  ],
  [
    'a reading that its meter did not sign',
    'a block is signed by its meter',
    (ledger) => changeReading(ledger.nth('readings:submit'), true),
  ],
  [
    'a reading left out',
    'blocks are numbered without a gap',
    (ledger) => {
      const { writes } = ledger.nth('readings:submit');
      writes.splice(
        writes.findIndex(({ key }) => key.startsWith('\0block\0device\0')),
        1,
      );
    },
  ],
  [
    'readings submitted by another organisation',
    'only those who may do it have done it',
    (ledger) => {
      const gateway = caller('HillsideMSP', 'gateway', 'gateway');
      const transaction = ledger.nth('readings:submit');
      transaction.caller = gateway;
      drop(transaction, 'account');
      add(transaction, ['account', 'HillsideMSP', 'gateway'], {
        v: 1,
        id: 'HillsideMSP/gateway',
        kind: 'officer',
        status: 'active',
        keyHash: keyHashOf(gateway),
      });
    },
  ],
  [
    'readings that came at another time than stored',
    'a stored block names its format, whether a collector attests it, and its time of arrival',
    (ledger) => (ledger.nth('readings:submit').timestampSec += 1),
  ],
  [
    "a meter's readings called a collector's",
    'a stored block names its format, whether a collector attests it, and its time of arrival',
    (ledger) => changeFlags(ledger.nth('readings:submit')),
  ],
  [
    'the same readings once more',
    'blocks are numbered without a gap',
    (ledger) => {
      const again = { ...ledger.nth('readings:submit'), nonce: 'again' };
      ledger.blocks.push({ transactions: [again] });
    },
  ],
];

const ISSUES: Tampering[] = [
  [
    'a unit too many in a batch',
    'a batch holds the energy of its units',
    (ledger) => edit(ledger.nth('certificates:issue'), 'batch', { units: 3 }),
  ],
  [
    'a batch of another owner',
    'a batch says where it comes from',
    (ledger) => edit(ledger.nth('certificates:issue'), 'batch', { owner: 'RiversideMSP/dora' }),
  ],
  [
    'a holding of another owner',
    'certificates move as the records say',
    (ledger) => edit(ledger.nth('certificates:issue'), 'holding', { owner: 'RiversideMSP/dora' }),
  ],
  [
    'a batch of another month',
    'a batch is of one vintage',
    (ledger) => edit(ledger.nth('certificates:issue'), 'batch', { vintage: '2020-01' }),
  ],
  [
    'a Wh more carried than left over',
    'segments hold the energy read, once and in its order',
    (ledger) => {
      const transaction = ledger.nth('certificates:issue');
      const [carry] = ledger.stored('cursor', { sequence: 1 }).carry as [{ wh: number }];
      edit(transaction, 'cursor', { carry: [{ ...carry, wh: carry.wh + 1 }] });
    },
  ],
  [
    'a Wh forgotten',
    'segments hold the energy read, once and in its order',
    (ledger) => edit(ledger.nth('certificates:issue'), 'cursor', { carry: [] }),
  ],
  [
    'a cursor that stays behind',
    'the cursor stands where the issue ended',
    (ledger) => edit(ledger.nth('certificates:issue'), 'cursor', { index: 0 }),
  ],
  [
    'an issue that begins before the cursor',
    'an issue begins where the last one ended',
    (ledger) => edit(ledger.nth('certificates:issue', 1), 'issuance', { from: { sequence: 1, index: 0 } }),
  ],
  [
    'a batch that no issue names',
    'a batch comes from an issue',
    (ledger) => drop(ledger.nth('certificates:issue'), 'issuance'),
  ],
  [
    'an estimate that passes as measured',
    'segments hold the energy read, once and in its order',
    (ledger) => {
      const transaction = ledger.nth('certificates:issue', 2);
      const { segments } = ledger.stored('batch', { provisional: true, units: 1 }) as { segments: object[] };
      assert.ok(segments.length > 0);
      const batches = transaction.writes.filter(({ key }) => key.startsWith('\0batch\0'));
      for (const { value } of batches) {
        const batch = JSON.parse(value?.toString() ?? '') as { id: string; segments: object[] };
        const measured = batch.segments.map((segment) => ({ ...segment, provisional: false }));
        edit(transaction, 'batch', { segments: measured }, { id: batch.id });
      }
    },
  ],
];

const HOLDINGS: Tampering[] = [
  [
    'one range moved by a unit',
    'the ranges of a batch are disjoint and complete',
    (ledger) => edit(ledger.nth('certificates:transfer'), 'holding', { end: 6 }, { end: 5 }),
  ],
  [
    'one range handed to another than the record says',
    'certificates move as the records say',
    (ledger) => edit(ledger.nth('certificates:transfer'), 'holding', { owner: bob }, { end: 5 }),
  ],
  [
    'certificates given away without a record',
    'certificates move as the records say',
    (ledger) => {
      const holding = ledger.stored('holding', { owner: 'RiversideMSP/dora' });
      add(ledger.nth('money:pay'), holdingKey(holding), { ...holding, owner: bob });
    },
  ],
  [
    'a retired certificate that is free again',
    'certificates move as the records say',
    (ledger) => {
      const retired = ledger
        .nth('certificates:retire')
        .writes.map(({ value }) => JSON.parse(value?.toString() ?? '') as Record<string, unknown>)
        .find(({ state }) => (state as { kind: string } | undefined)?.kind === 'retired');
      assert.ok(retired);
      add(ledger.nth('money:pay'), holdingKey(retired), { ...retired, state: { kind: 'free' } });
    },
  ],
  [
    'a second holding of the same units',
    'the ranges of a batch are disjoint and complete',
    (ledger) => {
      const holding = ledger.stored('holding', { owner: 'RiversideMSP/dora' });
      add(ledger.nth('money:pay'), holdingKey({ ...holding, start: 2 }), { ...holding, start: 2 });
    },
  ],
  [
    'a transfer by another than the owner',
    'certificates are given by their owner',
    (ledger) => (ledger.nth('certificates:transfer').caller = bruno),
  ],
  [
    'a retirement of more energy than its units',
    'a retirement states its energy',
    (ledger) => edit(ledger.nth('certificates:retire'), 'retirement', { energyWh: 9000 }),
  ],
  [
    'a retirement for no purpose of the scheme',
    'a scheme names its purposes',
    (ledger) => edit(ledger.nth('certificates:retire'), 'retirement', { purpose: 'fun' }),
  ],
  [
    'a holding that says another month than its batch',
    'a holding is of its batch',
    (ledger) => edit(ledger.nth('certificates:transfer'), 'holding', { vintage: '2020-01' }),
  ],
];

const COINS: Tampering[] = [
  [
    'a coin of another amount than paid',
    'a coin is what its maker says',
    (ledger) => edit(ledger.nth('money:pay'), 'coin', { amount: '1001' }, { amount: '1000' }),
  ],
  [
    'money from nothing, in payment and coin alike',
    'money is made and destroyed by two signatures only',
    (ledger) => {
      const transaction = ledger.nth('money:pay');
      const { outputs } = ledger.stored('payment', {}) as { outputs: object[] };
      edit(transaction, 'coin', { amount: '1001' }, { amount: '1000' });
      edit(transaction, 'payment', { outputs: outputs.with(0, { ...outputs[0], amount: '1001' }) });
    },
  ],
  [
    'a coin that is spent and stays',
    'a record changes the coins it names',
    (ledger) => drop(ledger.nth('money:pay'), 'coin', true),
  ],
  [
    'a coin without a maker',
    'a coin comes from a record',
    (ledger) => {
      const [creator, index] = [idOf('nobody'), '0000'];
      const coin = { v: 1, id: `${creator}.0`, owner: bob, amount: '5', state: { kind: 'free' } };
      add(ledger.nth('money:pay'), ['coin', creator, index], coin);
    },
  ],
  [
    'a negative amount',
    'a record has its documented shape',
    (ledger) => edit(ledger.nth('money:pay'), 'coin', { amount: '-1' }),
  ],
  [
    "another's coin spent",
    'a payment is made by its payer',
    (ledger) => (ledger.nth('money:pay').caller = bruno),
  ],
  [
    'a captured hold that pays the payee less',
    'a coin is what its maker says',
    (ledger) => edit(ledger.nth('money:capture'), 'coin', { amount: '399' }, { amount: '400' }),
  ],
  [
    'more captured than held',
    'no more is captured than held',
    (ledger) => edit(ledger.nth('money:capture'), 'hold', { captured: '701' }),
  ],
  [
    'a hold released by the payer before its time',
    'money held is released by the payee, or by the payer once expired',
    (ledger) => (ledger.nth('money:release').caller = caller('UtilityMSP', 'clara', 'buyer')),
  ],
  [
    'a withdrawn bid that keeps its coin held',
    'a record changes the coins it names',
    (ledger) => drop(ledger.nth('trades:withdrawBid'), 'coin'),
  ],
];

const TRADES: Tampering[] = [
  [
    'a trade at another price than offered',
    'money = price x units x unit',
    (ledger) => edit(ledger.nth('trades:acceptOffer'), 'trade', { price: 1 }),
  ],
  [
    'a trade whose certificates stay',
    'certificates move as the records say',
    (ledger) => drop(ledger.nth('trades:acceptOffer'), 'holding'),
  ],
  [
    'a trade whose money stays',
    'a record makes its coins',
    (ledger) => drop(ledger.nth('trades:acceptOffer'), 'coin'),
  ],
  [
    'an offer that sells and keeps its pieces',
    'what is sold is taken from the offer',
    (ledger) => {
      const { pieces } = ledger.stored('offer', { status: 'open', offeredUnits: 20 }) as { pieces: object[] };
      const more = pieces.map((piece) => ({ ...piece, units: 17, start: 8 }));
      edit(ledger.nth('trades:acceptBid'), 'offer', { pieces: more });
    },
  ],
  [
    'a bid accepted by another than the seller',
    'a bid is accepted by the seller',
    (ledger) => (ledger.nth('trades:acceptBid').caller = bruno),
  ],
  [
    'an offer withdrawn by another than the seller',
    'an offer is withdrawn by its seller',
    (ledger) => (ledger.nth('trades:withdrawOffer').caller = bruno),
  ],
  [
    'an offer that expires before its time',
    'an offer expires in time',
    (ledger) => (ledger.nth('trades:expire').timestampSec -= 7200),
  ],
];

const SIGNATURES: Tampering[] = [
  [
    'money minted by one organisation alone',
    'two organisations sign',
    (ledger) => {
      const mint = ledger.writing('proposals:confirm', 'coin');
      mint.caller = treasurer;
      edit(mint, 'proposal', { decidedBy: 'UtilityMSP/treasurer' });
    },
  ],
  [
    'a coin more than the mint that was signed',
    'a coin is what its maker says',
    (ledger) => edit(ledger.writing('proposals:confirm', 'coin'), 'coin', { amount: '9000000001' }),
  ],
  [
    'a scheme without its proposal',
    'a scheme comes from two signatures',
    (ledger) => drop(ledger.writing('proposals:confirm', 'scheme'), 'proposal'),
  ],
  [
    'a device confirmed by its approver',
    'only those who may do it have done it',
    (ledger) => {
      const confirm = ledger.nth('devices:confirm');
      confirm.caller = registrar;
      edit(confirm, 'device', { confirmedBy: 'RegulatorMSP/registrar' });
    },
  ],
  [
    'an approval that rewrites who confirmed',
    'a record changes only in what may change',
    (ledger) => edit(ledger.nth('devices:approve'), 'device', { confirmedBy: 'UtilityMSP/somebody' }),
  ],
  [
    'a device approved without confirmation',
    'a registration passes from status to status',
    (ledger) => drop(ledger.nth('devices:confirm'), 'device'),
  ],
  [
    'a larger device after its approval',
    'a record changes only in what may change',
    (ledger) => edit(ledger.nth('devices:suspend'), 'device', { capacityW: 90_000 }),
  ],
  [
    'a device without a meter that does not bound the export',
    'a device without a meter bounds the export',
    (ledger) =>
      edit(ledger.writing('devices:submit', 'device', { id: 'roof-barn' }), 'point', { unmeteredW: 90_000 }),
  ],
  [
    'certificates from behind a suspended point',
    'certificates come from approved devices behind approved points',
    (ledger) => {
      const point = ledger.stored('point', { id: 'point-anna' });
      const suspension = {
        status: 'suspended',
        suspendedBy: 'UtilityMSP/gridOperator',
        reason: 'inspection',
      };
      add(ledger.nth('devices:suspend'), ['point', 'point-anna'], { ...point, ...suspension });
      const at = ledger.blocks.findIndex(({ transactions }) =>
        transactions.some(({ method }) => method === 'devices:suspend'),
      );
      const [suspended] = ledger.blocks.splice(at, 1);
      const first = ledger.blocks.findIndex(({ transactions }) =>
        transactions.some(({ method }) => method === 'certificates:issue'),
      );
      drop(suspended?.transactions[0] ?? assert.fail(), 'device');
      ledger.blocks.splice(first, 0, suspended ?? assert.fail());
    },
  ],
  [
    'a meter of two subjects',
    "a meter's key belongs to one subject",
    (ledger) => {
      const { meter } = ledger.stored('point', {});
      edit(ledger.nth('devices:submit'), 'device', { meter });
    },
  ],
  [
    'an account whose key was replaced',
    "an account's key changes by its holder or by two signatures",
    (ledger) => {
      const account = ledger.stored('account', { id: 'RiversideMSP/anna' });
      const stolen = { ...account, keyHash: idOf('a key') };
      add(ledger.nth('money:pay'), ['account', 'RiversideMSP', 'anna'], stolen);
    },
  ],
  [
    'a member that nobody registered',
    'only officers need no registration',
    (ledger) => {
      const register = ledger.writing('accounts:register', 'account', { id: 'HillsideMSP/bruno' });
      register.writes = register.writes.filter(({ key }) => key !== '\0account\0HillsideMSP\0bruno\0');
    },
  ],
  [
    'an office that its organisation registered',
    'only officers need no registration',
    (ledger) =>
      edit(
        ledger.writing('accounts:register', 'account', { id: 'RiversideMSP/anna' }),
        'account',
        { kind: 'officer' },
        { id: 'RiversideMSP/anna' },
      ),
  ],
  [
    'a member that becomes an office',
    'a record changes only in what may change',
    (ledger) =>
      edit(
        ledger.writing('accounts:activate', 'account', { id: 'RiversideMSP/anna' }),
        'account',
        { kind: 'officer' },
        { id: 'RiversideMSP/anna' },
      ),
  ],
  [
    "the registrar's suspension lifted by another",
    'a suspension is lifted by who imposed it',
    (ledger) => {
      const suspended = ledger.nth('devices:suspend');
      suspended.caller = registrar;
      edit(suspended, 'device', { suspendedBy: 'RegulatorMSP/registrar' });
      ledger.nth('devices:reinstate').caller = caller('UtilityMSP', 'gridOperator', 'gridOperator');
    },
  ],
  [
    'a suspension in the name of another',
    'a suspension names who imposed it',
    (ledger) => edit(ledger.nth('accounts:suspend'), 'account', { suspendedBy: 'RegulatorMSP/registrar' }),
  ],
  [
    'an office suspended by its manager',
    'only those who may do it have done it',
    (ledger) => {
      const reader = { ...ledger.stored('account', { id: 'RiversideMSP/reader' }), status: 'suspended' };
      const suspend = { ...ledger.nth('accounts:suspend'), writes: [] };
      add(suspend, ['account', 'RiversideMSP', 'reader'], { ...reader, suspendedBy: 'RiversideMSP/manager' });
      ledger.blocks.push({ transactions: [suspend] });
    },
  ],
  [
    'a rejected device that stays behind its point',
    'a device joins its point when it is submitted',
    (ledger) => edit(ledger.nth('devices:reject'), 'point', { devices: ['roof-anna', 'roof-other'] }),
  ],
  [
    'a rejected device whose point is left as it was',
    'a rejected device leaves its point',
    (ledger) => drop(ledger.nth('devices:reject'), 'point'),
  ],
  [
    'a key that was replaced by one organisation alone',
    'two organisations sign',
    (ledger) => {
      const confirm = ledger.nth('proposals:confirm', ledger.count('proposals:confirm') - 1);
      confirm.caller = caller('RiversideMSP', 'manager', 'manager');
      edit(confirm, 'proposal', { decidedBy: 'RiversideMSP/manager' });
    },
  ],
  [
    'a caller with a new key',
    "the caller's key is the account's",
    (ledger) => {
      const organisation = makeOrganisation('UtilityMSP');
      const clara = organisation.enrol('clara', 'buyer');
      ledger.nth('money:pay').caller = organisation.reenrol(clara);
    },
  ],
  [
    'a role that the organisation cannot give',
    "the caller's role is of its organisation",
    (ledger) => (ledger.nth('money:pay').caller = caller('UtilityMSP', 'clara', 'registrar')),
  ],
  [
    'certificates given to an account that is suspended',
    'the parties are active',
    (ledger) => suspendBefore(ledger, 'certificates:transfer', 'RiversideMSP/dora'),
  ],
  [
    'money of an account that is suspended, captured',
    'the parties are active',
    (ledger) => suspendBefore(ledger, 'money:capture', 'UtilityMSP/clara'),
  ],
  [
    'certificates sold by an account that is suspended',
    'the parties are active',
    (ledger) => suspendBefore(ledger, 'trades:acceptOffer', 'RiversideMSP/anna'),
  ],
  [
    'a caller that is suspended',
    "the caller's account is active",
    (ledger) => {
      const dora = caller('RiversideMSP', 'dora', 'member');
      const call = { ...ledger.nth('money:pay'), caller: dora, writes: [] };
      add(call, ['account', 'RiversideMSP', 'dora'], ledger.stored('account', { id: 'RiversideMSP/dora' }));
      ledger.blocks.push({ transactions: [call] });
    },
  ],
  [
    'an organisation entered by a co-operative',
    'only those who may do it have done it',
    (ledger) => {
      const transaction = ledger.nth('certificates:transfer');
      add(transaction, ['consortium'], ledger.stored('consortium', {}));
    },
  ],
  [
    'a record under a key with the same parts, cut otherwise',
    'a record lies under its own key',
    (ledger) => {
      const transaction = ledger.writing('accounts:suspend', 'account');
      transaction.writes = transaction.writes.map(({ key, value }) => ({
        key: key.replace('MSP\0', 'MSP/'),
        value,
      }));
    },
  ],
  [
    'a key that a transaction writes twice',
    'a transaction writes a key once',
    (ledger) => {
      const { writes } = ledger.nth('money:pay');
      writes.push(...writes.slice(0, 1));
    },
  ],
  [
    'a retirement of an earlier day',
    "a record bears its transaction's time",
    (ledger) => edit(ledger.nth('certificates:retire'), 'retirement', { at: 1_700_000_000 }),
  ],
  [
    'a confirmation of an earlier day',
    "a record bears its transaction's time",
    (ledger) => edit(ledger.nth('proposals:confirm'), 'proposal', { decidedAt: 1_700_000_000 }),
  ],
  [
    'a chain of readings of nothing',
    'a chain of readings comes with its point or device',
    (ledger) => {
      const head = { ...ledger.stored('head', { sequence: 0 }), subject: { kind: 'device', id: 'nothing' } };
      add(ledger.nth('money:pay'), ['head', 'device', 'nothing'], head);
    },
  ],
  [
    'a record under the key of another',
    'a record lies under its own key',
    (ledger) => edit(ledger.nth('money:pay'), 'payment', { id: idOf('another') }),
  ],
  [
    'a payment rewritten later',
    'a payment never changes',
    (ledger) => {
      const payment = ledger.stored('payment', {}) as { id: string };
      add(ledger.nth('money:release'), ['payment', payment.id], { ...payment, reference: 'rent' });
    },
  ],
  [
    'a record of an unknown type',
    'only documented records are stored',
    (ledger) => add(ledger.nth('money:pay'), ['secret', 'a'], { v: 1 }),
  ],
  [
    'a record of a type that every object knows',
    'only documented records are stored',
    (ledger) => add(ledger.nth('money:pay'), ['constructor', 'a'], { v: 1 }),
  ],
  [
    'a field that every object knows',
    'a record has its documented shape',
    (ledger) => edit(ledger.nth('money:pay'), 'payment', { constructor: 'a note' }),
  ],
  [
    'a record of a later format',
    'a record has its documented shape',
    (ledger) => edit(ledger.nth('money:pay'), 'payment', { v: 2 }),
  ],
];

/** Lets the registrar suspend an account before the first transaction of a method. */
function suspendBefore(ledger: TamperedLedger, method: string, id: string): void {
  const suspend = { ...ledger.nth('organisations:suspend'), writes: [] };
  const standing = { status: 'suspended', reason: 'review', suspendedBy: 'RegulatorMSP/registrar' };
  const at = ledger.blocks.findIndex(({ transactions }) =>
    transactions.some((transaction) => transaction.method === method),
  );
  add(suspend, ['account', ...id.split('/')], { ...ledger.stored('account', { id }, at), ...standing });
  ledger.blocks.splice(at, 0, { transactions: [suspend] });
}

function holdingKey({ batch, start }: Record<string, unknown>): string[] {
  const [issuance = '', index = ''] = String(batch).split('.');
  return ['holding', issuance, index.padStart(4, '0'), String(start).padStart(13, '0')];
}

describe("the auditor's books of the market", () => {
  let story: MemoryLedger;

  before(async () => {
    story = await tellStory();
  });

  it('balance for everything that the chaincode does', () => {
    const { energy, certificates, money } = new TamperedLedger(story).audit();
    assert.deepEqual(energy, {
      meteredWh: 50_150,
      issuedWh: 48_000,
      carriedWh: 920,
      awaitingWh: 1230,
      devices: 4,
      readingBlocks: 7,
    });
    assert.deepEqual(certificates, { issued: 48, retired: 3, retiredWh: 3000, outstanding: 45 });
    assert.deepEqual(money, { minted: 9_000_000_560n, burned: 500n, outstanding: 9_000_000_060n });
  });

  for (const [group, cases] of Object.entries({ READINGS, ISSUES, HOLDINGS, COINS, TRADES, SIGNATURES })) {
    describe(`catch, of ${group.toLowerCase()},`, () => {
      for (const [what, rule, tamper] of cases) {
        it(what, () => {
          const ledger = new TamperedLedger(story);
          tamper(ledger);
          assert.throws(
            () => ledger.audit(),
            (error) => {
              assert.ok(error instanceof Discrepancy);
              assert.equal(error.rule, rule);
              return true;
            },
          );
        });
      }
    });
  }
});
