import { join } from 'node:path';
import { PUBLIC_FILES } from '../../network/channel-profile.ts';
import type { Consortium } from '../../test-network-scripts/index.ts';
import { FabricLedgerClient } from '../ledger/fabric-ledger-client.ts';

interface Choice {
  /** Default: the market's. */
  readonly chaincode?: string;
  /** Folder with all identities, of whichever organisation; default: each organisation's own wallet. */
  readonly wallet?: string;
}

/** A client of the peers of a running network; the gateways have no part in it. */
export function ledgerClientOf(
  consortium: Consortium,
  { chaincode = consortium.definition.chaincode, wallet }: Choice = {},
): FabricLedgerClient {
  const { definition, state } = consortium;
  const organisations = consortium.endpoints().map(({ name, mspId, peer }) => {
    const access = {
      endpoint: peer,
      tlsRootFile: join(state.publicDir, name, PUBLIC_FILES.tlsRoot),
      walletFolder: wallet ?? state.organisation(name).wallet,
      walletSecretFile: state.organisation(name).walletSecret,
    };
    return [mspId, access] as const;
  });
  return new FabricLedgerClient({
    channel: definition.channel,
    chaincode,
    organisations: Object.fromEntries(organisations),
  });
}
