import assert from 'node:assert/strict';
import { account, ANNA, BATCH, coin, holding } from '../domain/samples.ts';
import { FakeStub, ledger, stateKeyOf } from './fake-stub.ts';

const { Store, UnreadableRecordError, save } = ledger;

describe('the store', () => {
  it('reads a key once, however often it is asked for', async () => {
    const stub = new FakeStub([[stateKeyOf('account', 'RiversideMSP', 'anna'), account(ANNA)]]);
    const store = new Store(stub);
    assert.deepEqual(await store.get('account', ANNA), account(ANNA));
    assert.deepEqual(await store.get('account', ANNA), account(ANNA));
    await store.get('point', 'house-001');
    await store.get('point', 'house-001');
    assert.deepEqual(stub.reads, [
      stateKeyOf('account', 'RiversideMSP', 'anna'),
      stateKeyOf('point', 'house-001'),
    ]);
  });

  it('pads the numbers of composite keys', async () => {
    const stub = new FakeStub([]);
    const store = new Store(stub);
    const [request] = BATCH.split('.');
    await store.get('holding', BATCH, 42);
    await store.get('block', { kind: 'device', id: 'roof-0001' }, 7);
    await store.get('scheme', { id: 'REC', version: 3 });
    await store.get('coin', `${request}.12`);
    await store.get('consortium');
    assert.deepEqual(stub.reads, [
      stateKeyOf('holding', request ?? '', '0000', '0000000000042'),
      stateKeyOf('block', 'device', 'roof-0001', '0000000007'),
      stateKeyOf('scheme', 'REC', '0003'),
      stateKeyOf('coin', request ?? '', '0012'),
      stateKeyOf('consortium'),
    ]);
  });

  for (const [what, stored] of [
    ['another format version', { ...holding(), v: 2 }],
    ['an unknown state', { ...holding(), state: { kind: 'pledged' } }],
    ['an unknown field', { ...holding(), note: 'x' }],
    ['no JSON', 'v1'],
  ] as const) {
    it(`refuses a stored value with ${what}`, async () => {
      const [request] = BATCH.split('.');
      const stub = new FakeStub([[stateKeyOf('holding', request ?? '', '0000', '0000000000000'), stored]]);
      await assert.rejects(new Store(stub).get('holding', BATCH, 0), UnreadableRecordError);
    });
  }

  it('refuses to write a key twice', async () => {
    const store = new Store(new FakeStub([]));
    await store.put('account', account(ANNA), ANNA);
    await assert.rejects(store.put('account', account(ANNA), ANNA), /twice/);
    await assert.rejects(store.delete('account', ANNA), /twice/);
  });

  it('stores a block as format, flags, arrival time and body, and reads it back', async () => {
    const stub = new FakeStub([]);
    const subject = { kind: 'point', id: 'house-001' } as const;
    const body = Buffer.from('body');
    for (const [attested, flags] of [
      [false, '00'],
      [true, '01'],
    ] as const) {
      const record = {
        type: 'block',
        subject,
        sequence: 1,
        arrivedAt: 1_767_744_000,
        attested,
        body,
      } as const;
      await save(new Store(stub), [], [record]);
      const key = stateKeyOf('block', 'point', 'house-001', '0000000001');
      assert.equal(stub.state.get(key)?.toString('hex'), `01${flags}00000000695da200${body.toString('hex')}`);
      const read = await new Store(stub).get('block', subject, 1);
      assert.deepEqual(
        [read?.arrivedAt, read?.attested, Buffer.from(read?.body ?? []).toString()],
        [1_767_744_000, attested, 'body'],
      );
    }
  });

  for (const [what, bytes] of [
    ['another format', '0200000000006959c800aa'],
    ['an unknown flag', '0102000000006959c800aa'],
    ['no body', '0100000000006959c800'],
  ] as const) {
    it(`refuses a stored block with ${what}`, async () => {
      const stub = new FakeStub([]);
      stub.state.set(stateKeyOf('block', 'point', 'house-001', '0000000001'), Buffer.from(bytes, 'hex'));
      await assert.rejects(
        new Store(stub).get('block', { kind: 'point', id: 'house-001' }, 1),
        UnreadableRecordError,
      );
    });
  }
});

describe('save', () => {
  it('writes each change under its key as canonical JSON, and deletes a spent coin', async () => {
    const stub = new FakeStub([]);
    const value = holding();
    await save(
      new Store(stub),
      [
        { type: 'holding', value },
        { type: 'coinSpent', id: coin(0, '5').id },
      ],
      [],
    );
    const [request] = BATCH.split('.');
    const [mint] = coin(0, '5').id.split('.');
    assert.deepEqual(stub.writes, [
      ['put', stateKeyOf('holding', request ?? '', '0000', '0000000000000')],
      ['delete', stateKeyOf('coin', mint ?? '', '0000')],
    ]);
    const stored = stub.state.get(stub.writes[0]?.[1] ?? '')?.toString() ?? '';
    assert.ok(stored.startsWith('{"batch":'));
    assert.deepEqual(JSON.parse(stored), value);
  });

  it('writes several organisations into the one record of the consortium', async () => {
    const stub = new FakeStub([]);
    const organisation = (mspId: string) =>
      ({ type: 'organisation', value: { mspId, name: mspId, kind: 'community', status: 'active' } }) as const;
    await save(new Store(stub), [organisation('WestMSP'), organisation('EastMSP')], []);
    assert.deepEqual(stub.writes, [['put', stateKeyOf('consortium')]]);
    const stored = JSON.parse(stub.state.get(stateKeyOf('consortium'))?.toString() ?? '') as {
      organisations: { mspId: string }[];
    };
    assert.deepEqual(
      stored.organisations.map(({ mspId }) => mspId),
      ['EastMSP', 'RegulatorMSP', 'UtilityMSP', 'WestMSP'],
    );
  });
});
