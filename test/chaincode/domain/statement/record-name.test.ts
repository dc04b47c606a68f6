import assert from 'node:assert/strict';
import { DomainError, parseRecordName } from '@commonwatt/chaincode/domain';
import { idOf } from '../samples.ts';

const REQUEST = idOf('request');
const BATCH = `${REQUEST}.3`;

function refusal(id: string): string {
  try {
    return `named ${parseRecordName(id).type}`;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('parseRecordName', () => {
  for (const [id, name] of [
    ['consortium', { type: 'consortium' }],
    ['account/RiversideMSP/anna', { type: 'account', id: 'RiversideMSP/anna' }],
    ['point/house-001', { type: 'point', id: 'house-001' }],
    ['device/roof-0001', { type: 'device', id: 'roof-0001' }],
    [`meter/${REQUEST}`, { type: 'meter', keyHash: REQUEST }],
    ['head/device/roof-0001', { type: 'head', subject: { kind: 'device', id: 'roof-0001' } }],
    [
      'block/point/house-001/12',
      { type: 'block', subject: { kind: 'point', id: 'house-001' }, sequence: 12 },
    ],
    ['cursor/roof-0001', { type: 'cursor', device: 'roof-0001' }],
    ['balance/RiversideMSP/anna', { type: 'balance', account: 'RiversideMSP/anna' }],
    ['scheme/REC/2', { type: 'scheme', ref: { id: 'REC', version: 2 } }],
    [`batch/${BATCH}`, { type: 'batch', id: BATCH }],
    [`holding/${BATCH}/0`, { type: 'holding', batch: BATCH, start: 0 }],
    [`coin/${BATCH}`, { type: 'coin', id: BATCH }],
    [`trade/${REQUEST}`, { type: 'trade', id: REQUEST }],
  ] as const) {
    it(`reads ${id.replace(REQUEST, '<id>')}`, () => {
      assert.deepEqual(parseRecordName(id), name);
    });
  }

  for (const id of [
    '',
    'nothing/x',
    'probe',
    'consortium/x',
    'toString/x',
    '__proto__/x',
    'account/anna',
    'account/RiversideMSP/anna/more',
    'point/',
    'point/a\u0000b',
    'head/house/house-001',
    'head/point/house-001/1',
    'block/point/house-001',
    'block/point/house-001/-1',
    'block/point/house-001/1/2',
    'scheme/REC/02',
    'scheme/REC/0',
    `holding/${BATCH}`,
    `holding/${BATCH}/00`,
    `holding/${BATCH}/1e3`,
    `holding/${BATCH}/99999999999999`,
    `coin/${REQUEST}`,
  ]) {
    it(`refuses ${JSON.stringify(id.replace(REQUEST, '<id>'))}`, () => {
      assert.equal(refusal(id), 'COMMAND_MALFORMED');
    });
  }
});
