import { Accounts } from './contracts/accounts';
import { Readiness } from './contracts/readiness';

export const contracts = [Readiness, Accounts];
