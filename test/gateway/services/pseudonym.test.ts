import assert from 'node:assert/strict';
import { enrolmentId } from '@commonwatt/chaincode/domain';
import { keyToPem, newKey } from '../../../fabric-ca-client/index.ts';
import { Pseudonyms } from '../../../gateway/src/services/pseudonym.ts';

describe('pseudonyms', () => {
  const key = keyToPem(newKey());
  const pseudonyms = new Pseudonyms(key);
  const manager = 'RiversideMSP/manager';

  it('are the same when a request comes again, also after a restart', () => {
    assert.equal(pseudonyms.of(manager, 'key-1', 0), new Pseudonyms(key).of(manager, 'key-1', 0));
  });

  it('differ by request, by place in it, by account, and by organisation', () => {
    const all = [
      pseudonyms.of(manager, 'key-1', 0),
      pseudonyms.of(manager, 'key-1', 1),
      pseudonyms.of(manager, 'key-10', 1),
      pseudonyms.of('RiversideMSP/other', 'key-1', 0),
      new Pseudonyms(keyToPem(newKey())).of(manager, 'key-1', 0),
    ];
    assert.equal(new Set(all).size, all.length);
  });

  it('are enrolment ids', () => {
    assert.ok(enrolmentId.safeParse(pseudonyms.of(manager, 'key-1', 0)).success);
  });
});
