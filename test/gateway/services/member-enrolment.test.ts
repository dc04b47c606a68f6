import assert from 'node:assert/strict';
import sinon from 'sinon';
import { BusinessError, Unavailable } from '../../../gateway/src/fabric/errors.ts';
import { MemberEnrolment } from '../../../gateway/src/services/member-enrolment.ts';
import { MemoryAuthority, MemoryWallet } from '../memory-gateway.ts';
import { MemoryNetwork } from '../memory-network.ts';

const MSP = 'RiversideMSP';

describe('the enrolment of members', () => {
  let network: MemoryNetwork;
  let authority: MemoryAuthority;
  let wallet: MemoryWallet;
  let enrolment: MemberEnrolment;

  before(async () => {
    network = await MemoryNetwork.start();
  });
  after(() => network.stop());
  beforeEach(() => {
    authority = new MemoryAuthority(network, MSP);
    wallet = new MemoryWallet(network, MSP);
    enrolment = new MemberEnrolment(authority, { certificate: '', key: '' }, wallet);
  });

  it('puts everybody into the wallet', async () => {
    await enrolment.enrol(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'], 'member');
    assert.deepEqual(wallet.list(), ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  });

  it('enrols nobody twice', async () => {
    await enrolment.enrol(['m1', 'm2'], 'member');
    await enrolment.enrol(['m1', 'm2', 'm3'], 'member');
    assert.equal(authority.enrolments, 3);
  });

  it('goes on after a failure between registration and enrolment, whose secret is lost', async () => {
    authority.failsNext = true;
    await assert.rejects(enrolment.enrol(['m1'], 'member'), Unavailable);
    assert.equal(wallet.has('m1'), false);
    await enrolment.enrol(['m1'], 'member');
    assert.equal(wallet.has('m1'), true);
  });

  for (const [whom, role] of [
    ['an operator of the authority', undefined],
    ['an officer', 'manager'],
  ] as const) {
    it(`gives nobody the name of ${whom}, whether the key is kept or shown`, async () => {
      const attributes = role === undefined ? [] : [{ name: 'role', value: role }];
      const renewSecret = sinon.spy(authority, 'renewSecret');
      await authority.register(undefined, { id: 'taken', type: 'client', attributes, secret: 'its own' });
      const refused = (error: unknown) => error instanceof BusinessError && error.code === 'NOT_AUTHORISED';
      await assert.rejects(enrolment.certify('taken', 'member', ''), refused);
      await assert.rejects(enrolment.enrol(['taken'], 'member'), refused);
      assert.equal(wallet.has('taken'), false);
      sinon.assert.notCalled(renewSecret);
    });
  }
});
