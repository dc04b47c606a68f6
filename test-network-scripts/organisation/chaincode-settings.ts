import { join } from 'node:path';
import type { Organisation } from '../../network/consortium.ts';
import { chaincodeAddress } from '../chaincode/connection.ts';
import { bundleFolder } from '../chaincode/bundle.ts';
import type { ChaincodePackage } from '../chaincode/package.ts';
import type { OrganisationFolder } from '../state-folder.ts';
import { PROJECT_ROOT } from '../state-folder.ts';
import type { NodeSpec } from '../supervisor/node-spec.ts';
import { baseEnvironment } from './base-environment.ts';
import { tlsFiles } from './node-keys.ts';

const MODULE_FOLDERS = [join(PROJECT_ROOT, 'chaincode', 'node_modules'), join(PROJECT_ROOT, 'node_modules')];

/** How to run the organisation's copy of the packaged code. */
export function chaincodeNode(
  organisation: Organisation,
  folder: OrganisationFolder,
  { digest, packageId }: ChaincodePackage,
): NodeSpec {
  const tls = tlsFiles(folder.chaincode);
  return {
    type: 'chaincode',
    command: process.execPath,
    args: [
      join(PROJECT_ROOT, 'node_modules', 'fabric-shim', 'cli.js'),
      'server',
      '--module-path',
      bundleFolder(folder, digest),
    ],
    env: {
      ...baseEnvironment(),
      // The copy lies in the state folder, which may be anywhere.
      NODE_PATH: MODULE_FOLDERS.join(':'),
      CORE_CHAINCODE_ID: packageId,
      CORE_CHAINCODE_ADDRESS: chaincodeAddress(organisation),
      CORE_CHAINCODE_LOGGING_LEVEL: 'ERROR',
      CORE_CHAINCODE_TLS_CERT_FILE: tls.certificate,
      CORE_CHAINCODE_TLS_KEY_FILE: tls.key,
      CORE_CHAINCODE_TLS_CLIENT_CACERT_FILE: tls.root,
    },
    cwd: folder.chaincode,
    port: organisation.ports.chaincode,
    revision: digest,
  };
}
