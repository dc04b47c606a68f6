import { accounts } from './accounts.ts';
import { apiKeys } from './api-keys.ts';
import { bids } from './bids.ts';
import { coins } from './coins.ts';
import { connectionPoints } from './connection-points.ts';
import { devices } from './devices.ts';
import type { Endpoint } from './endpoint.ts';
import { events } from './events.ts';
import { holdings } from './holdings.ts';
import { holds } from './holds.ts';
import { identities } from './identities.ts';
import { issuances } from './issuances.ts';
import { members } from './members.ts';
import { offers } from './offers.ts';
import { operations } from './operations.ts';
import { organisations } from './organisations.ts';
import { payments } from './payments.ts';
import { proposals } from './proposals.ts';
import { questions } from './questions.ts';
import { readModel } from './read-model.ts';
import { readingImports } from './reading-imports.ts';
import { readings } from './readings.ts';
import { retirements } from './retirements.ts';
import { schemes } from './schemes.ts';
import { statements } from './statements.ts';
import { tokens } from './tokens.ts';
import { trades } from './trades.ts';
import { transactions } from './transactions.ts';
import { transfers } from './transfers.ts';
import { webhooks } from './webhooks.ts';

/** Everything below `/v1`. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...organisations,
  ...accounts,
  ...members,
  ...identities,
  ...tokens,
  ...apiKeys,
  ...connectionPoints,
  ...devices,
  ...readings,
  ...readingImports,
  ...schemes,
  ...proposals,
  ...issuances,
  ...holdings,
  ...transfers,
  ...retirements,
  ...coins,
  ...payments,
  ...holds,
  ...offers,
  ...bids,
  ...trades,
  ...transactions,
  ...statements,
  ...operations,
  ...questions,
  ...readModel,
  ...events,
  ...webhooks,
];
