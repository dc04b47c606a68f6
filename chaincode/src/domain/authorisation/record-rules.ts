import type { Role } from '../identity/role';

const OWN_ORGANISATION = "of the caller's organisation";
const OWN = "the caller's own";
const SECOND_SIGNATURE = 'proposed by another organisation; of a kind that the role signs';
const METERING_AND_MONEY_OF_OWN =
  'heads, blocks, cursors, balances, coins, payments and holds: only where it is owner or party';

/** Rules about the record, on top of the role: for all roles that may call, or by role. */
export const RECORD_RULES: Readonly<Record<string, string | Readonly<Partial<Record<Role, string>>> | null>> =
  {
    'readiness:probe': null,
    'organisations:enter': 'none of the founding organisations',
    'organisations:suspend': 'none of the founding organisations',
    'organisations:reinstate': 'none of the founding organisations',
    'accounts:register': {
      manager: `accounts ${OWN_ORGANISATION}: prosumer, consumer, storage, microgrid, region`,
      supplier: `accounts ${OWN_ORGANISATION}: utility, thirdParty`,
    },
    'accounts:activate': OWN,
    'accounts:suspend': {
      registrar: "any but the caller's own",
      manager: `accounts ${OWN_ORGANISATION} that hold no office`,
      supplier: `accounts ${OWN_ORGANISATION} that hold no office`,
    },
    'accounts:reinstate': {
      registrar: "any but the caller's own",
      manager: `accounts ${OWN_ORGANISATION} that hold no office and were suspended by it`,
      supplier: `accounts ${OWN_ORGANISATION} that hold no office and were suspended by it`,
    },
    'accounts:rotateKey': OWN,
    'points:submit': `owner ${OWN_ORGANISATION}`,
    'points:confirm': null,
    'points:approve': null,
    'points:reject': null,
    'points:suspend': null,
    'points:reinstate': { gridOperator: `suspended by a grid operator` },
    'points:retire': { manager: `owner ${OWN_ORGANISATION}` },
    'devices:submit': `owner ${OWN_ORGANISATION}; connection point of the same owner`,
    'devices:confirm': null,
    'devices:approve': null,
    'devices:reject': null,
    'devices:suspend': null,
    'devices:reinstate': { gridOperator: `suspended by a grid operator` },
    'devices:retire': { manager: `owner ${OWN_ORGANISATION}` },
    'readings:submit': `owner of the metered subject ${OWN_ORGANISATION}`,
    'proposals:propose': {
      treasurer: "mint; burn of the caller's own coins",
      registrar: 'mint; scheme',
      manager: `accountKey for an account ${OWN_ORGANISATION}`,
      supplier: `accountKey for an account ${OWN_ORGANISATION}`,
    },
    'proposals:confirm': SECOND_SIGNATURE,
    'proposals:reject': SECOND_SIGNATURE,
    'proposals:withdraw': OWN,
    'certificates:issue': { gateway: `device ${OWN_ORGANISATION}`, manager: `device ${OWN_ORGANISATION}` },
    'certificates:transfer': OWN,
    'certificates:retire': OWN,
    'money:pay': OWN,
    'money:hold': OWN,
    'money:capture': 'the payee of the hold',
    'money:release': 'the payee of the hold; its payer once expired',
    'trades:offer': OWN,
    'trades:bid': OWN,
    'trades:acceptOffer': "another's offer",
    'trades:acceptBid': "a bid on the caller's own offer",
    'trades:withdrawOffer': OWN,
    'trades:withdrawBid': OWN,
    'trades:expire': null,
    'statements:statement': {
      supplier: METERING_AND_MONEY_OF_OWN,
      buyer: METERING_AND_MONEY_OF_OWN,
      member: METERING_AND_MONEY_OF_OWN,
      collector: METERING_AND_MONEY_OF_OWN,
      gridOperator: 'balances, coins, payments and holds: only where it is party',
      treasurer: 'heads, blocks and cursors: only where it is owner',
      manager: `heads, blocks and cursors ${OWN_ORGANISATION}; balances, coins, payments and holds: only where it is party`,
      gateway: `heads, blocks and cursors ${OWN_ORGANISATION}; balances, coins, payments and holds: only where it is party`,
    },
  };
