import { must, mustEqual } from '../discrepancy.ts';
import { mustBeActive } from './caller.ts';
import { standing, unitsOf, type Expected } from './expected.ts';
import { schemeName } from './key.ts';
import type { RecordOf } from './record.ts';
import { madeBy, type Deed } from './transaction.ts';

/** What transfers and retirements say of certificates. */
export function expectCertificates(deed: Deed, expected: Expected): void {
  for (const change of deed.changes('transfer')) {
    const { from, to, pieces, units } = madeBy(change);
    const { key } = change;
    mustEqual('certificates are given by their owner', deed.account, from, { key });
    mustEqual('a record counts its units', unitsOf(pieces), units, { key });
    mustBeActive(deed, [to], key);
    expected.move(pieces, standing(from, 'free'), standing(to, 'free'));
  }
  for (const change of deed.changes('retirement')) {
    const retirement = madeBy(change);
    const { id, owner, pieces } = retirement;
    mustEqual('certificates are retired by their owner', deed.account, owner, { key: change.key });
    checkUse(deed, retirement, change.key);
    expected.move(pieces, standing(owner, 'free'), standing(owner, 'retired', id));
  }
}

function checkUse(deed: Deed, retirement: RecordOf<'retirement'>, key: string): void {
  const { pieces, units, energyWh, purpose, beneficiary } = retirement;
  if (beneficiary?.kind === 'account') mustBeActive(deed, [beneficiary.account], key);
  const scheme = deed.named('scheme', schemeName(retirement.scheme));
  mustEqual('a record counts its units', unitsOf(pieces), units, { key });
  mustEqual('a retirement states its energy', units * scheme.unitWh, energyWh, { key });
  const isPurpose = scheme.retirementPurposes.includes(purpose);
  must(isPurpose, 'a scheme names its purposes', {
    key,
    expected: scheme.retirementPurposes,
    found: purpose,
  });
  const isNamed = !scheme.beneficiaryRequired || beneficiary !== undefined;
  must(isNamed, 'a beneficiary is named where the scheme wants one', { key, expected: 'one', found: 'none' });
  for (const piece of pieces) {
    const batch = deed.named('batch', piece.batch);
    mustEqual('a retirement is of one scheme', retirement.scheme, batch.scheme, { key });
    mustEqual('provisional certificates are not retired', false, batch.provisional, { key });
    const isAlive = batch.expiresAt === null || deed.now < batch.expiresAt;
    must(isAlive, 'expired certificates are not retired', {
      key,
      expected: batch.expiresAt,
      found: deed.now,
    });
  }
}
