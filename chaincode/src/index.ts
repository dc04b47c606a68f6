import { Accounts } from './contracts/accounts';
import { Devices } from './contracts/devices';
import { Organisations } from './contracts/organisations';
import { Points } from './contracts/points';
import { Readiness } from './contracts/readiness';

export const contracts = [Readiness, Organisations, Accounts, Points, Devices];
