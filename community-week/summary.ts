import type { Consortium } from '../test-network-scripts/index.ts';
import type { Played } from './play.ts';

const WH_PER_KWH = 1000;
const BILLIONTHS = 1_000_000_000n;
const CENTS = 100n;

/** What the week came to, in a screenful. */
export function summary({ plan, latency, audit }: Played): string {
  const { energy, certificates, money, transactions, blocks } = audit;
  const rows: [string, string][] = [
    [
      'Week',
      `${day(plan.start)} to ${day(plan.end)}, ${plan.participants.length} sites and Riverside's hall`,
    ],
    ['Energy metered', `${kwh(energy.meteredWh)} generated`],
    ['', `${kwh(energy.issuedWh)} in certificates, ${kwh(energy.carriedWh)} carried to the next unit`],
    [
      'Certificates',
      `${certificates.issued} issued, ${certificates.retired} retired, ${certificates.issued - certificates.retired} held`,
    ],
    ['Money', `${currency(money.minted)} deposited, ${currency(money.outstanding)} in coins`],
    [
      'Ledger',
      `${blocks.count} blocks, ${transactions.valid} valid transactions, ${transactions.invalid} invalid`,
    ],
    [
      'Latency',
      latency.count === 0
        ? 'nothing was left to do'
        : `median ${ms(latency.percentile(0.5))}, 95th percentile ${ms(latency.percentile(0.95))} over ${latency.count} commands`,
    ],
    [
      'Audit',
      audit.balanced
        ? `balanced, ${audit.seconds.toFixed(1)} s`
        : `BROKEN: ${JSON.stringify(audit.discrepancy)}`,
    ],
  ];
  return rows.map(([name, text]) => `  ${name.padEnd(16)}${text}`).join('\n');
}

/** Where to go on: every organisation's gateway and a token, with commands to try. */
export async function invitation(consortium: Consortium): Promise<string> {
  const users: Record<string, string> = { regulator: 'auditor', utility: 'buyer', community: 'manager' };
  const lines = await Promise.all(
    consortium.endpoints().map(async ({ name, kind, gateway }) => {
      const user = users[kind] ?? 'gateway';
      return `  ${name.padEnd(11)}${gateway}  as ${user}\n    TOKEN_${name.toUpperCase()}=${await consortium.token(name, user)}`;
    }),
  );
  const [first] = consortium.endpoints();
  const base = first?.gateway ?? '';
  const get = `curl -H "Authorization: Bearer $TOKEN_${first?.name.toUpperCase() ?? ''}" ${base}/v1`;
  return [
    'Gateways, each with a development token:',
    ...lines,
    '',
    'Each gateway takes the tokens of its own organisation. Try, with the first of them set:',
    `  ${get}/retirements`,
    `  ${get}/certificate-balances`,
    `  curl ${base}/v1/openapi.json`,
    '  npm run audit',
    '  npm run network -- status',
  ].join('\n');
}

function kwh(wattHours: number): string {
  return `${Math.round(wattHours / WH_PER_KWH)} kWh`;
}

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`;
}

function day(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** Billionths of the currency, shown in whole cents; nothing is computed with the shown value. */
function currency(billionths: string): string {
  const cents = (BigInt(billionths) * CENTS) / BILLIONTHS;
  return `${cents / CENTS}.${String(cents % CENTS).padStart(2, '0')}`;
}
