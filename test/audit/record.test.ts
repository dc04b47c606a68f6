import assert from 'node:assert/strict';
import * as domain from '@commonwatt/chaincode/domain';
import type { ObjectReader } from '../../audit/market/reader.ts';
import { RECORDS } from '../../audit/market/record.ts';

/** The domain's schema of each record. */
const SCHEMAS: Record<keyof typeof RECORDS, { shape: object }> = {
  consortium: domain.consortium,
  account: domain.account,
  point: domain.connectionPoint,
  device: domain.device,
  meter: domain.meterIndex,
  head: domain.head,
  cursor: domain.cursor,
  scheme: domain.scheme,
  issuance: domain.issuance,
  batch: domain.batch,
  holding: domain.holding,
  transfer: domain.transfer,
  retirement: domain.retirement,
  coin: domain.coin,
  payment: domain.payment,
  hold: domain.hold,
  offer: domain.offer,
  bid: domain.bid,
  trade: domain.trade,
  proposal: domain.proposal,
};

describe("the audit's own description of the records", () => {
  for (const [type, reader] of Object.entries(RECORDS) as [keyof typeof RECORDS, ObjectReader<unknown>][]) {
    it(`knows every field of a ${type} that the chaincode may store, and no other`, () => {
      assert.deepEqual([...reader.fields].sort(), Object.keys(SCHEMAS[type].shape).sort());
    });
  }
});
