import { X509Certificate } from 'node:crypto';
import { role, type Role } from '@commonwatt/chaincode/domain';
import { derElements } from '../../../fabric-ca-client/index.ts';

/** fabric-ca's extension 1.2.3.4.5.6.7.8.1: JSON `{"attrs": {name: value}}`. */
const ATTRIBUTES_OID = Buffer.from('2a03040506070801', 'hex');

const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
const EXTENSIONS = 0xa3;
const BOOLEAN = 0x01;

/** The `role` attribute of an enrolment certificate (PEM); undefined when it has none, or one that does not exist. */
export function certificateRole(certificatePem: string): Role | undefined {
  const extension = findExtension(new X509Certificate(certificatePem).raw, ATTRIBUTES_OID);
  if (extension === undefined) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(extension.toString('utf8'));
  } catch {
    return undefined;
  }
  const attributes = (content as { attrs?: { role?: unknown } } | null)?.attrs;
  return role.safeParse(attributes?.role).data;
}

/** Value of an extension (RFC 5280, 4.1): Certificate > TBSCertificate > [3] Extensions > Extension. */
function findExtension(certificate: Buffer, oid: Buffer): Buffer | undefined {
  const body = derElements(derElements(certificate)[0]?.content)[0]?.content;
  const wrapper = derElements(body).find(({ tag }) => tag === EXTENSIONS);
  for (const extension of derElements(derElements(wrapper?.content)[0]?.content)) {
    const [id, ...rest] = derElements(extension.content);
    const value = rest.find(({ tag }) => tag !== BOOLEAN);
    if (id?.tag === OBJECT_IDENTIFIER && id.content.equals(oid) && value?.tag === OCTET_STRING)
      return value.content;
  }
  return undefined;
}
