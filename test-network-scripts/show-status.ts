/** `status` as a person, or a program, reads it. */
import { status } from './index.ts';
import type { NodeStatus } from './status.ts';

/** Prints the status; the process's exit code becomes 1 when the network is not healthy. */
export async function printStatus(json: boolean): Promise<void> {
  const network = await status();
  if (!network.healthy) process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify(network, undefined, 2));
    return;
  }
  const { chaincode } = network;
  const deployed = chaincode
    ? `${chaincode.name} ${chaincode.version}, sequence ${chaincode.sequence}`
    : 'unknown: no peer answers';
  console.log(`channel    ${network.channel}`);
  console.log(`chaincode  ${deployed}`);
  console.log(`leader     ${network.leader ?? 'unknown'}`);
  console.log(`network    ${network.healthy ? 'healthy' : 'NOT HEALTHY'}\n`);
  console.log(table(['node', 'health', 'pid', 'port', ''], network.nodes.map(row)));
}

function row({ node, health, pid, port, height, bftLeader, chaincodeVersion }: NodeStatus): string[] {
  const remarks = [
    height === undefined ? '' : `${height} blocks`,
    bftLeader ? 'leads' : '',
    chaincodeVersion ?? '',
  ];
  return [node, health, String(pid ?? '-'), String(port ?? '-'), remarks.filter(Boolean).join(', ')];
}

function table(head: string[], rows: string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]?.length ?? 0)));
  return all
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
