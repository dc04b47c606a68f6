import { parseArgs } from 'node:util';
import { audit } from './audit.ts';
import { endorsementTable, reportText } from './report.ts';
import { NoBlocks } from './source.ts';

const HELP = `Usage: npm run audit -- [options]

Reads a peer's block files and proves that energy, certificates and money are conserved, or names the first place
where they are not.

  --organisation NAME  read the files of this organisation's peer of the local network (default: Regulator)
  --blocks DIR         read the block files in this folder, for example a copy from another machine
  --channel NAME       needed only if there are several
  --chaincode NAME     the market's chaincode (default: market)
  --no-signatures      do not check signatures
  --endorsements       also show which organisations endorsed the transactions that write public state
  --json               print the report as JSON
  --help               print this

Exit status: 0 balanced, 1 not balanced, 2 not audited.`;

const BALANCED = 0;
const BROKEN = 1;
const NOT_AUDITED = 2;

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      organisation: { type: 'string' },
      blocks: { type: 'string' },
      channel: { type: 'string' },
      chaincode: { type: 'string' },
      signatures: { type: 'boolean', default: true },
      endorsements: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  if (values.help) {
    console.log(HELP);
    return BALANCED;
  }
  const report = await audit(values);
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else {
    if (values.endorsements) console.log(`${endorsementTable(report)}\n`);
    console.log(reportText(report));
  }
  return report.balanced ? BALANCED : BROKEN;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (isUsage) console.error(`audit: ${error.message}\nSee npm run audit -- --help`);
  else console.error(error instanceof NoBlocks ? `audit: ${error.message}` : error);
  process.exitCode = NOT_AUDITED;
}
