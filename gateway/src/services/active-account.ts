import type { Caller } from '../authentication/principal.ts';
import { BusinessError } from '../fabric/errors.ts';
import type { Services } from './services.ts';

/**
 * The ledger refuses commands of suspended accounts; whatever the gateway does by itself is refused here.
 *
 * @throws BusinessError ACCOUNT_SUSPENDED
 */
export async function requireActive({ ledger }: Services, caller: Caller): Promise<void> {
  const account = await ledger.readModel.accounts.find(caller.account);
  if (account?.status === 'suspended') throw new BusinessError('ACCOUNT_SUSPENDED', account.id);
}
