import { X509Certificate } from 'node:crypto';
import { role, type Role } from '@commonwatt/chaincode/domain';

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
  const body = elements(elements(certificate)[0]?.content)[0]?.content;
  const wrapper = elements(body).find(({ tag }) => tag === EXTENSIONS);
  for (const extension of elements(elements(wrapper?.content)[0]?.content)) {
    const [id, ...rest] = elements(extension.content);
    const value = rest.find(({ tag }) => tag !== BOOLEAN);
    if (id?.tag === OBJECT_IDENTIFIER && id.content.equals(oid) && value?.tag === OCTET_STRING)
      return value.content;
  }
  return undefined;
}

/** The DER elements that follow one another in `bytes`. The certificate was parsed before, so the lengths hold. */
function elements(bytes: Buffer = Buffer.alloc(0)): { tag: number; content: Buffer }[] {
  const found: { tag: number; content: Buffer }[] = [];
  for (let at = 0; at + 2 <= bytes.length;) {
    const tag = bytes.readUInt8(at);
    const short = bytes.readUInt8(at + 1);
    const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
    const start = at + 2 + lengthBytes;
    const length = lengthBytes === 0 ? short : bytes.readUIntBE(at + 2, lengthBytes);
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
