/** The channel's first configuration, in the form that configtxgen reads. */
import { join } from 'node:path';
import type { ConsortiumDefinition, Organisation } from './consortium.ts';
import { rolePolicyMembers, rolePolicyText } from './role-policy.ts';

/** The profile's name inside configtx.yaml. */
export const PROFILE = 'Commonwatt';

/** Names of the channel's role policies in the application group, beside `Admins`. */
export const MARKET_POLICY = 'MarketEndorsement';
export const LIFECYCLE_POLICY = 'LifecycleEndorsement';

/** What each organisation publishes for the others: file names inside `<public>/<Name>/`. */
export const PUBLIC_FILES = {
  msp: 'msp',
  tlsRoot: join('msp', 'tlscacerts', 'tlsca.pem'),
  ordererIdentity: 'orderer.pem',
  ordererTls: 'orderer-tls.pem',
} as const;

/**
 * @param publicDir the folder with one folder of public files per organisation
 * @returns the content of configtx.yaml (JSON is YAML)
 */
export function channelProfile(consortium: ConsortiumDefinition, publicDir: string): object {
  const members = rolePolicyMembers(consortium);
  const admins = { Type: 'Signature', Rule: rolePolicyText(members, 'admin') };
  const endorsers = { Type: 'Signature', Rule: rolePolicyText(members, 'peer') };
  const anyOf = (what: string) => ({ Type: 'ImplicitMeta', Rule: `ANY ${what}` });
  const readersAndWriters = { Readers: anyOf('Readers'), Writers: anyOf('Writers') };
  const organisations = consortium.organisations.map((organisation) =>
    organisationEntry(organisation, publicDir),
  );
  const orderingOrganisations = organisations.filter(
    (_, index) => consortium.organisations[index]?.ports.orderer,
  );

  return {
    Profiles: {
      [PROFILE]: {
        Policies: { ...readersAndWriters, Admins: admins },
        Capabilities: { V3_0: true },
        Application: {
          Policies: {
            ...readersAndWriters,
            Admins: admins,
            Endorsement: endorsers,
            [LIFECYCLE_POLICY]: endorsers,
            [MARKET_POLICY]: endorsers,
          },
          Capabilities: { V2_5: true },
          Organizations: organisations,
        },
        Orderer: {
          ...orderingValues(consortium, publicDir),
          Policies: { ...readersAndWriters, Admins: admins, BlockValidation: anyOf('Writers') },
          Capabilities: { V2_0: true },
          Organizations: orderingOrganisations,
        },
      },
    },
  };
}

function organisationEntry({ mspId, name, host, ports }: Organisation, publicDir: string): object {
  const signature = (role: string) => ({ Type: 'Signature', Rule: `OR('${mspId}.${role}')` });
  return {
    Name: mspId,
    ID: mspId,
    MSPDir: join(publicDir, name, PUBLIC_FILES.msp),
    Policies: {
      Readers: signature('member'),
      Writers: signature('member'),
      Admins: signature('admin'),
      Endorsement: signature('peer'),
    },
    ...(ports.orderer && { OrdererEndpoints: [`${host}:${ports.orderer.listen}`] }),
    AnchorPeers: [{ Host: host, Port: ports.peer.listen }],
  };
}

function orderingValues({ ordering, organisations }: ConsortiumDefinition, publicDir: string): object {
  const { batch, smartBft } = ordering;
  const consenters = organisations.flatMap(({ name, mspId, host, ports }) => {
    const file = (key: 'ordererIdentity' | 'ordererTls') => join(publicDir, name, PUBLIC_FILES[key]);
    if (!ports.orderer) return [];
    const tls = { ClientTLSCert: file('ordererTls'), ServerTLSCert: file('ordererTls') };
    return [
      { Host: host, Port: ports.orderer.listen, MSPID: mspId, Identity: file('ordererIdentity'), ...tls },
    ];
  });
  const shared = {
    BatchTimeout: `${batch.timeoutMs}ms`,
    BatchSize: {
      MaxMessageCount: batch.maxMessageCount,
      AbsoluteMaxBytes: batch.absoluteMaxBytes,
      PreferredMaxBytes: batch.preferredMaxBytes,
    },
  };
  if (ordering.type === 'raft') {
    return {
      ...shared,
      OrdererType: 'etcdraft',
      EtcdRaft: {
        Consenters: consenters.map(({ Host, Port, ClientTLSCert, ServerTLSCert }) => ({
          Host,
          Port,
          ClientTLSCert,
          ServerTLSCert,
        })),
        Options: {
          TickInterval: '100ms',
          ElectionTick: 10,
          HeartbeatTick: 1,
          MaxInflightBlocks: 5,
          SnapshotIntervalSize: '16 MB',
        },
      },
    };
  }
  return {
    ...shared,
    OrdererType: 'BFT',
    ConsenterMapping: consenters.map((consenter, index) => ({ ID: index + 1, ...consenter })),
    SmartBFT: {
      RequestBatchMaxInterval: `${smartBft.requestBatchMaxIntervalMs}ms`,
      RequestForwardTimeout: `${smartBft.requestForwardTimeoutMs}ms`,
      RequestComplainTimeout: `${smartBft.requestComplainTimeoutMs}ms`,
      RequestAutoRemoveTimeout: `${smartBft.requestAutoRemoveTimeoutMs}ms`,
      ViewChangeResendInterval: `${smartBft.viewChangeResendIntervalMs}ms`,
      ViewChangeTimeout: `${smartBft.viewChangeTimeoutMs}ms`,
      LeaderHeartbeatTimeout: `${smartBft.leaderHeartbeatTimeoutMs}ms`,
      LeaderHeartbeatCount: smartBft.leaderHeartbeatCount,
      CollectTimeout: `${smartBft.collectTimeoutMs}ms`,
      IncomingMessageBufferSize: smartBft.incomingMessageBufferSize,
      RequestPoolSize: smartBft.requestPoolSize,
    },
  };
}
