import pino from 'pino';
import sinon from 'sinon';
import type { EndorsedTransaction, Ledger } from '../../../gateway/src/fabric/ledger.ts';
import type { LedgerIdentity } from '../../../gateway/src/fabric/wallet.ts';

export const silent = pino({ level: 'silent' });

export const member: LedgerIdentity = {
  account: 'RiversideMSP/m1',
  mspId: 'RiversideMSP',
  enrolmentId: 'm1',
  certificate: 'certificate',
  keys: 'custodial',
  sign: () => Promise.resolve(new Uint8Array()),
};

export type StubLedger = {
  readonly [Name in keyof Ledger]: sinon.SinonStub<Parameters<Ledger[Name]>, ReturnType<Ledger[Name]>>;
};

/** A ledger on which everything succeeds: each endorsement is transaction t1, t2, ..., all valid in block 7. */
export function stubLedger(): StubLedger {
  let endorsements = 0;
  const endorse = sinon.stub<Parameters<Ledger['endorse']>, ReturnType<Ledger['endorse']>>();
  endorse.callsFake(() => Promise.resolve(endorsed(`t${(endorsements += 1)}`)));
  return {
    evaluate: sinon
      .stub<Parameters<Ledger['evaluate']>, ReturnType<Ledger['evaluate']>>()
      .resolves(answer('done')),
    endorse,
    attest: sinon.stub<Parameters<Ledger['attest']>, ReturnType<Ledger['attest']>>().rejects(),
    broadcast: sinon.stub<Parameters<Ledger['broadcast']>, ReturnType<Ledger['broadcast']>>().resolves(),
    commitStatus: sinon
      .stub<Parameters<Ledger['commitStatus']>, ReturnType<Ledger['commitStatus']>>()
      .resolves({ validationCode: 0, blockNumber: 7 }),
    findValidationCode: sinon
      .stub<Parameters<Ledger['findValidationCode']>, ReturnType<Ledger['findValidationCode']>>()
      .resolves(undefined),
    height: sinon.stub<Parameters<Ledger['height']>, ReturnType<Ledger['height']>>().resolves(10),
  };
}

export function endorsed(transactionId: string, outcome: 'done' | 'exists' = 'done'): EndorsedTransaction {
  return { transactionId, envelope: Buffer.from(`envelope of ${transactionId}`), result: answer(outcome) };
}

export function answer(outcome: 'done' | 'exists'): Buffer {
  return Buffer.from(JSON.stringify({ outcome, result: { id: 'r' }, changes: [] }));
}
