import assert from 'node:assert/strict';
import type { CommonwattClient } from '@commonwatt/client';
import type { SchemeTerms } from '@commonwatt/chaincode/domain';
import { codeOf } from '../code-of.ts';
import type { MemoryConsortium } from '../memory-consortium.ts';
import {
  approvedRoof,
  deliver,
  enrolmentIdOf,
  enterScheme,
  newMembers,
  SCHEME,
  signedDay,
} from '../roofs.ts';
import { sharedConsortium } from '../shared-consortium.ts';

const PERIOD = { start: 1_735_689_600, end: 1_767_225_600 };
const USE = { purpose: 'compliance', period: PERIOD };
const PRICE = 1000;
const SOON = Math.floor(Date.now() / 1000) + 3600;

/** Each scheme differs from that of the other tests in one term; the readings are of yesterday. */
describe('the terms of a scheme over HTTP', function () {
  this.timeout(180_000);
  let consortium: MemoryConsortium;
  let manager: CommonwattClient;
  let owner: CommonwattClient;
  let account: string;

  before(async () => {
    consortium = await sharedConsortium();
    manager = await consortium.riverside.client('manager');
    [account = ''] = await newMembers(consortium, 1);
    owner = await consortium.riverside.client(enrolmentIdOf(account));
  });

  /** Issues a day of a new roof in this scheme. */
  async function issueIn(scheme: { id: string; version: number }) {
    const roof = await approvedRoof(consortium, account, `of-${scheme.id}-${scheme.version}`);
    await deliver(manager, signedDay(roof, 500).signed);
    return manager.command('/v1/issuances', { body: { device: roof.device, scheme } });
  }

  async function enter(id: string, different: Partial<SchemeTerms> = {}) {
    await enterScheme(consortium, { id, ...different });
    return { id, version: SCHEME.version };
  }

  /** A piece of one unit of what the owner has in the scheme. */
  async function pieceOf({ id }: { id: string }) {
    const { items } = await owner.get('/v1/holdings', { query: { owner: account, state: ['free'] } });
    const held = items.find(({ scheme }) => scheme.id === id) ?? assert.fail(`nothing is held of ${id}`);
    return { batch: held.batch, start: held.start, units: 1 };
  }

  it('certify no device of another region', async () => {
    const scheme = await enter('HILLS', { regions: ['hills'] });
    assert.equal(await codeOf(issueIn(scheme)), 'SCHEME_INELIGIBLE');
  });

  it('certify no reading that came after the reporting window', async () => {
    const scheme = await enter('PROMPT', { reportingWindowSec: 1 });
    assert.equal(await codeOf(issueIn(scheme)), 'REPORTING_WINDOW_MISSED');
  });

  it('let certificates that have expired be neither offered nor retired', async () => {
    const scheme = await enter('BRIEF', { expirySec: 1 });
    await issueIn(scheme);
    const pieces = [await pieceOf(scheme)];
    const offer = { scheme, pieces, price: PRICE, expiresAt: SOON };
    assert.equal(await codeOf(owner.command('/v1/offers', { body: offer })), 'CERTIFICATE_EXPIRED');
    const retirement = { scheme, pieces, ...USE };
    assert.equal(await codeOf(owner.command('/v1/retirements', { body: retirement })), 'CERTIFICATE_EXPIRED');
  });

  it('keep schemes apart: no offer or retirement in one has certificates of another', async () => {
    const scheme = await enter('APART');
    await issueIn(scheme);
    const pieces = [await pieceOf(scheme)];
    const offer = { scheme: SCHEME, pieces, price: PRICE, expiresAt: SOON };
    assert.equal(await codeOf(owner.command('/v1/offers', { body: offer })), 'SCHEME_MIXED');
    const retirement = { scheme: SCHEME, pieces, ...USE };
    assert.equal(await codeOf(owner.command('/v1/retirements', { body: retirement })), 'SCHEME_MIXED');
  });

  it('ask for a beneficiary of each retirement where the scheme wants one', async () => {
    const scheme = await enter('NAMED', { beneficiaryRequired: true });
    await issueIn(scheme);
    const body = { scheme, units: 1, ...USE };
    assert.equal(await codeOf(owner.command('/v1/retirements', { body })), 'BENEFICIARY_REQUIRED');
    const beneficiary = { kind: 'account' as const, account };
    const named = owner.command('/v1/retirements', { body: { ...body, beneficiary } });
    assert.equal(await codeOf(named), 'done');
  });
});
