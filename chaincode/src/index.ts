import { Accounts } from './contracts/accounts';
import { Certificates } from './contracts/certificates';
import { Devices } from './contracts/devices';
import { Money } from './contracts/money';
import { Organisations } from './contracts/organisations';
import { Points } from './contracts/points';
import { Proposals } from './contracts/proposals';
import { Readiness } from './contracts/readiness';
import { Statements } from './contracts/statements';
import { Readings } from './contracts/readings';
import { Trades } from './contracts/trades';
import { skipUnloggedMessages } from './skip-unlogged-messages';

skipUnloggedMessages();

export const contracts = [
  Readiness,
  Organisations,
  Accounts,
  Points,
  Devices,
  Readings,
  Proposals,
  Certificates,
  Money,
  Trades,
  Statements,
];
