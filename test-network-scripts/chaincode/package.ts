/**
 * The chaincode package that every organisation installs: it holds no code, only the code's digest. The same code
 * gives the same bytes everywhere, so that the package id that an organisation approves names the code.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Bundle } from './bundle.ts';

export type ChaincodePackage = {
  label: string;
  packageId: string;
  /** The version in the channel's chaincode definition: that of package.json and the head of the digest. */
  version: string;
  digest: string;
  content: Buffer;
};

const DIGEST_HEAD = 16;

export function packageChaincode(
  name: string,
  { digest, version }: Pick<Bundle, 'digest' | 'version'>,
): ChaincodePackage {
  const head = digest.slice(0, DIGEST_HEAD);
  const label = `${name}_${head}`;
  const code = gzip(tar({ 'chaincode.json': JSON.stringify({ sha256: digest }) }));
  const content = gzip(
    tar({ 'code.tar.gz': code, 'metadata.json': JSON.stringify({ type: 'ccaas', label }) }),
  );
  const packageId = `${label}:${createHash('sha256').update(content).digest('hex')}`;
  return { label, packageId, version: `${version}+${head}`, digest, content };
}

/** Whether a version in a chaincode definition is that of the code with this digest. */
export function namesDigest(version: string, digest: string): boolean {
  return version.endsWith(`+${digest.slice(0, DIGEST_HEAD)}`);
}

const TAR_BLOCK = 512;

/** A tar archive (ustar) whose entries have no owner and no time. */
function tar(entries: Record<string, string | Buffer>): Buffer {
  const parts = Object.entries(entries).flatMap(([name, content]) => {
    const body = Buffer.from(content);
    return [
      tarHeader(name, body.length),
      body,
      Buffer.alloc((TAR_BLOCK - (body.length % TAR_BLOCK)) % TAR_BLOCK),
    ];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * TAR_BLOCK)]);
}

function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(TAR_BLOCK);
  const octal = (value: number, offset: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'ascii');
  header.write(name, 0, 'ascii');
  octal(0o644, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  header.write('        0', 148, 'ascii'); // the checksum counts as blanks; type 0: a file
  header.write('ustar\0' + '00', 257, 'ascii');
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  header.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

const GZIP_OS_OFFSET = 9;
const GZIP_OS_UNKNOWN = 255;

/** Not compressed, since zlib's output differs between processors; without the operating system in the header. */
function gzip(content: Buffer): Buffer {
  const zipped = gzipSync(content, { level: 0 });
  zipped[GZIP_OS_OFFSET] = GZIP_OS_UNKNOWN;
  return zipped;
}
