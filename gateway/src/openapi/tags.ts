/** Groups of operations, in the order in which somebody new would read of them. */
export const TAGS: Readonly<Record<string, string>> = {
  Organisations: 'Who takes part in the consortium',
  Accounts: 'Members and offices, their keys, and tokens for them',
  'Connection points': 'Where members are connected to the grid; two organisations confirm them',
  Devices: 'What generates or stores behind a connection point, with its meter',
  Readings: 'What meters have signed',
  Schemes: 'What is certified, in which units, and under which rules',
  Certificates: 'Issued from readings, held in ranges of units, transferred and retired',
  Money: 'Deposit tokens as coins: paid, held, merged',
  Trade: 'Offers and bids; certificates and money change hands in one transaction',
  Proposals: 'What takes two signatures of two organisations',
  Operations: 'What became of a command, and what is to be signed for it',
  Ledger: 'Transactions, and records as peers state them',
  Events: 'What changes, streamed or sent',
  'Read model': 'The tables behind this API, for whoever runs the gateway',
};
