import { Horizon } from '@commonwatt/client';
import { MemoryGateway } from './memory-gateway.ts';
import { MemoryNetwork } from './memory-network.ts';
import { enterScheme } from './roofs.ts';

/** Three organisations with a gateway each, on one ledger in memory; Riverside, the utility's buyer and a scheme are entered. */
export class MemoryConsortium {
  readonly network: MemoryNetwork;
  readonly regulator: MemoryGateway;
  readonly utility: MemoryGateway;
  readonly riverside: MemoryGateway;

  private constructor(
    network: MemoryNetwork,
    gateways: readonly [MemoryGateway, MemoryGateway, MemoryGateway],
  ) {
    this.network = network;
    [this.regulator, this.utility, this.riverside] = gateways;
  }

  static async open(): Promise<MemoryConsortium> {
    const network = await MemoryNetwork.start();
    const horizon = new Horizon();
    const regulator = { mspId: 'RegulatorMSP', kind: 'regulator' } as const;
    const utility = { mspId: 'UtilityMSP', kind: 'utility' } as const;
    const riverside = { mspId: 'RiversideMSP', kind: 'community' } as const;
    const consortium = new MemoryConsortium(network, [
      await MemoryGateway.open(network, regulator, { registrar: 'registrar', auditor: 'auditor' }, horizon),
      await MemoryGateway.open(network, utility, UTILITY_OFFICES, horizon),
      await MemoryGateway.open(network, riverside, { manager: 'manager', collector: 'collector' }, horizon),
    ]);
    const registrar = await consortium.regulator.client('registrar');
    const body = { mspId: riverside.mspId, name: 'Riverside', kind: riverside.kind };
    await registrar.command('/v1/organisations', { body });
    const supplier = await consortium.utility.client('supplier');
    await supplier.command('/v1/accounts', {
      body: { accounts: [{ enrolmentId: 'buyer', kind: 'utility' }] },
    });
    await enterScheme(consortium);
    return consortium;
  }

  async close(): Promise<void> {
    await Promise.all([this.regulator.close(), this.utility.close(), this.riverside.close()]);
    this.network.stop();
  }
}

const UTILITY_OFFICES = {
  supplier: 'supplier',
  gridOperator: 'grid-operator',
  buyer: 'buyer',
  treasurer: 'treasurer',
} as const;
