import { createHash } from 'node:crypto';
import type { Offices } from './offices.ts';
import { DEPOSIT, SCHEME } from './terms.ts';

/** Two signatures each: the certificate scheme, and the money that the utility has deposited. */
export async function openMarket({ utility, regulator }: Offices, week: string): Promise<void> {
  const buyer = { enrolmentId: 'buyer', kind: 'utility' as const };
  await utility.supplier.command('/v1/accounts', 'account-buyer', { body: { accounts: [buyer] } });

  const scheme = `scheme-${SCHEME.id}-${SCHEME.version}`;
  const schemeProposal = await regulator.registrar.command('/v1/proposals', scheme, {
    body: { subject: { kind: 'scheme', scheme: SCHEME }, evidenceHash: evidence(scheme) },
  });
  await utility.supplier.command('/v1/proposals/{id}/confirmations', scheme, {
    path: schemeProposal,
    body: {},
  });

  const deposit = `deposit-${week}`;
  const mintProposal = await utility.treasurer.command('/v1/proposals', deposit, {
    body: {
      subject: { kind: 'mint', account: utility.buyer.account, amount: DEPOSIT },
      evidenceHash: evidence(deposit),
      note: 'Deposit of the utility for its purchase of certificates',
    },
  });
  await regulator.registrar.command('/v1/proposals/{id}/confirmations', deposit, {
    path: mintProposal,
    body: {},
  });
}

/** Hash of the document behind a proposal; the document itself stays with its author. */
function evidence(document: string): string {
  return createHash('sha256').update(document).digest('base64url');
}
