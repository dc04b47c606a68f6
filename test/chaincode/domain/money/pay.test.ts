import assert from 'node:assert/strict';
import {
  decidePayMoney,
  payCommand,
  payMoney,
  type Coin,
  type PayCommand,
  type PayRecords,
} from '@commonwatt/chaincode/domain';
import { brokenCoins } from '../breakages.ts';
import { codeOf, itRefuses } from '../precedence.ts';
import {
  active,
  ANNA,
  BRUNO,
  CLARA,
  coin,
  coinId,
  consortium,
  requestBy,
  idOf,
  removeAccount,
  spentBy,
  suspendAccount,
  suspendOrganisation,
  valuesOf,
} from '../samples.ts';

interface Input {
  command: PayCommand;
  records: Omit<PayRecords, 'coins'> & { coins: (Coin | undefined)[] };
}

const valid = (): Input => ({
  command: {
    idempotencyKey: 'k',
    coins: [coinId(0), coinId(1)],
    outputs: [
      { account: BRUNO, amount: '90' },
      { account: CLARA, amount: '5' },
      { account: ANNA, amount: '5' },
    ],
    reference: 'invoice 7',
  },
  records: {
    consortium: consortium(),
    recipients: active(BRUNO, CLARA, ANNA),
    coins: [coin(0, '60'), coin(1, '40')],
  },
});
const decide = ({ command, records }: Input) => decidePayMoney(requestBy(ANNA), command, records);

describe('money:pay', () => {
  it('spends the coins named and makes one for each output, numbered in their order', () => {
    const { changes } = decide(valid());
    assert.deepEqual(spentBy(changes), [coinId(0), coinId(1)]);
    assert.deepEqual(
      valuesOf(changes, 'coin').map(({ id, owner, amount, state }) => [id, owner, amount, state.kind]),
      [
        [`${idOf('request')}.0`, BRUNO, '90', 'free'],
        [`${idOf('request')}.1`, CLARA, '5', 'free'],
        [`${idOf('request')}.2`, ANNA, '5', 'free'],
      ],
    );
  });

  it('records the payment', () => {
    const [record] = valuesOf(decide(valid()).changes, 'payment');
    const { coins, outputs, reference } = valid().command;
    assert.deepEqual(
      [record?.from, record?.inputs, record?.outputs, record?.reference],
      [ANNA, coins, outputs, reference],
    );
  });

  it('merges coins when all goes to the payer', () => {
    const input = valid();
    input.command.outputs = [{ account: ANNA, amount: '100' }];
    assert.deepEqual(
      valuesOf(decide(input).changes, 'coin').map(({ owner, amount }) => [owner, amount]),
      [[ANNA, '100']],
    );
  });

  it('counts in whole billionths beyond what a double can', () => {
    const input = valid();
    input.records.coins = [coin(0, '9007199254740993'), coin(1, '1')];
    input.command.outputs = [{ account: BRUNO, amount: '9007199254740994' }];
    assert.equal(
      codeOf(() => decide(input)),
      'accepted',
    );
    input.command.outputs = [{ account: BRUNO, amount: '9007199254740993' }];
    assert.equal(
      codeOf(() => decide(input)),
      'COINS_UNBALANCED',
    );
  });

  it('is the same request whichever coins pay and whatever change they leave', () => {
    const { command } = valid();
    const intent = (more: Partial<PayCommand>) => payMoney.intent?.({ ...command, ...more }, ANNA);
    const [toBruno, toClara] = command.outputs;
    assert.ok(toBruno && toClara);
    assert.deepEqual(intent({ coins: [coinId(7)], outputs: [toBruno, toClara] }), intent({}));
    assert.notDeepEqual(intent({ outputs: [toBruno] }), intent({}));
    assert.notDeepEqual(intent({ reference: undefined }), intent({}));
  });

  it('takes a coin only once and no empty, negative, fractional or signed amount', () => {
    const { command } = valid();
    const parses = (more: object) => payCommand.safeParse({ ...command, ...more }).success;
    assert.equal(parses({}), true);
    assert.equal(parses({ coins: [coinId(0), coinId(0)] }), false);
    assert.equal(parses({ coins: [] }), false);
    for (const amount of ['0', '-1', '1.5', '+1', '01', '1e3', ' 1', '', 1, '1'.repeat(31)])
      assert.equal(parses({ outputs: [{ account: BRUNO, amount }] }), false, JSON.stringify(amount));
  });

  it('does not make a coin of more digits than a coin has', () => {
    const input = valid();
    const largest = '9'.repeat(30);
    input.records.coins = [coin(0, largest), coin(1, '1')];
    input.command.outputs = [
      { account: BRUNO, amount: largest },
      { account: ANNA, amount: '1' },
    ];
    assert.equal(
      codeOf(() => decide(input)),
      'COINS_UNBALANCED',
    );
  });

  itRefuses(valid, decide, [
    {
      code: 'ORGANISATION_SUSPENDED',
      why: "a recipient's organisation is suspended",
      spoil: ({ records }) => suspendOrganisation(records.consortium, 'UtilityMSP'),
    },
    {
      code: 'ACCOUNT_NOT_FOUND',
      why: 'there is no such recipient',
      spoil: ({ records }) => removeAccount(records.recipients, CLARA),
    },
    {
      code: 'ACCOUNT_SUSPENDED',
      why: 'a recipient is suspended',
      spoil: ({ records }) => suspendAccount(records.recipients, BRUNO),
    },
    ...brokenCoins(BRUNO),
    {
      code: 'FUNDS_INSUFFICIENT',
      why: 'outputs are more than inputs',
      spoil: ({ command }) => {
        command.outputs = [{ account: BRUNO, amount: '101' }];
      },
    },
    {
      code: 'COINS_UNBALANCED',
      why: 'inputs are more than outputs',
      spoil: ({ command }) => {
        if (command.outputs.length > 1) command.outputs.pop();
      },
    },
  ]);
});
