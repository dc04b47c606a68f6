import { CommonwattClient, Horizon } from '@commonwatt/client';
import type { Consortium } from '../test-network-scripts/index.ts';
import type { Latency } from './latency.ts';
import { Party } from './party.ts';
import type { CooperativeName } from './week-plan.ts';

/** The offices that play the week, each with its own token at its own organisation's gateway. */
export interface Offices {
  readonly regulator: { readonly registrar: Party };
  readonly utility: {
    readonly supplier: Party;
    readonly gridOperator: Party;
    readonly treasurer: Party;
    readonly buyer: Party;
  };
  readonly cooperatives: Readonly<Record<CooperativeName, Cooperative>>;
}

export interface Cooperative {
  readonly manager: Party;
  /** Attests readings of meters that cannot sign. */
  readonly collector: Party;
}

export async function openOffices(consortium: Consortium, latency: Latency): Promise<Offices> {
  const horizon = new Horizon();
  const endpoints = new Map(consortium.endpoints().map((endpoint) => [endpoint.name, endpoint]));
  const office = async (organisation: string, enrolmentId: string): Promise<Party> => {
    const endpoint = endpoints.get(organisation);
    if (!endpoint) throw new Error(`the consortium has no organisation ${organisation}`);
    const token = await consortium.token(organisation, enrolmentId);
    const client = new CommonwattClient({ url: endpoint.gateway, token, horizon });
    return new Party(`${endpoint.mspId}/${enrolmentId}`, client, latency);
  };
  const cooperative = async (name: CooperativeName): Promise<Cooperative> => ({
    manager: await office(name, 'manager'),
    collector: await office(name, 'collector'),
  });
  return {
    regulator: { registrar: await office('Regulator', 'registrar') },
    utility: {
      supplier: await office('Utility', 'supplier'),
      gridOperator: await office('Utility', 'grid-operator'),
      treasurer: await office('Utility', 'treasurer'),
      buyer: await office('Utility', 'buyer'),
    },
    cooperatives: {
      Riverside: await cooperative('Riverside'),
      Hillside: await cooperative('Hillside'),
    },
  };
}
