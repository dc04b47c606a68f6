import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Where files may import from, by the longest folder that holds them; `packages` are names outside the project. */
const RULES: Record<string, { folders: readonly string[]; packages?: readonly string[] }> = {
  'chaincode/src/domain': { folders: ['chaincode/src/domain'], packages: ['zod', 'node:crypto'] },
  'chaincode/src/ledger': { folders: ['chaincode/src/ledger', 'chaincode/src/domain'] },
  'chaincode/src/contracts': {
    folders: ['chaincode/src/contracts', 'chaincode/src/ledger', 'chaincode/src/domain'],
  },
  'gateway/src/fabric': {
    folders: ['gateway/src/fabric', 'gateway/src/configuration.ts', 'fabric-ca-client', 'key-sealing'],
  },
  'gateway/src/read-model': {
    folders: [
      'gateway/src/read-model',
      'gateway/src/fabric',
      'gateway/src/configuration.ts',
      'fabric-ca-client',
    ],
  },
  'gateway/src/services': {
    folders: [
      'gateway/src/services',
      'gateway/src/fabric',
      'gateway/src/read-model',
      'gateway/src/authentication',
      'gateway/src/problem',
      'gateway/src',
      'fabric-ca-client',
    ],
  },
  'gateway/src/routes': {
    folders: [
      'gateway/src/routes',
      'gateway/src/services',
      'gateway/src/authentication',
      'gateway/src/openapi',
      'gateway/src/problem',
      'gateway/src',
    ],
  },
  gateway: { folders: ['gateway', 'fabric-ca-client', 'key-sealing'] },
  // Browsers have nothing of Node.
  client: { folders: ['client'], packages: ['openapi-fetch'] },
  'fabric-ca-client': { folders: ['fabric-ca-client'] },
  'key-sealing': { folders: ['key-sealing'], packages: ['node:'] },
  audit: { folders: ['audit'], packages: ['node:'] },
  'statement-verifier': { folders: ['statement-verifier'], packages: ['node:'] },
};

/** Of the chaincode's package, only its domain is for others. */
const CHAINCODE_PACKAGE = '@commonwatt/chaincode';

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'dist' || entry.name === 'node_modules' ? [] : sources(path);
    return /\.(ts|mjs)$/.test(path) ? [path] : [];
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|require\(\s*'([^']+)'\s*\)/g,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((specifier) => specifier !== '');
}

function offences(folder: string): string[] {
  const nested = Object.keys(RULES).filter((other) => other !== folder && other.startsWith(`${folder}/`));
  const rule = RULES[folder];
  assert.ok(rule);
  return sources(folder)
    .filter((file) => !nested.some((other) => file.startsWith(`${other}/`)))
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !allowed(file, specifier, rule))
        .map((specifier) => `${file} imports ${specifier}`),
    );
}

function allowed(file: string, specifier: string, rule: (typeof RULES)[string]): boolean {
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(file), specifier));
    return rule.folders.some((folder) => {
      const path = relative(folder, target);
      // `gateway/src` itself stands for the files directly in it.
      return path === '' || (!path.startsWith('..') && (folder !== 'gateway/src' || !path.includes('/')));
    });
  }
  if (specifier.startsWith(CHAINCODE_PACKAGE)) {
    return !file.startsWith('audit/') && specifier === `${CHAINCODE_PACKAGE}/domain`;
  }
  if (rule.packages)
    return rule.packages.some(
      (name) => specifier === name || (name.endsWith(':') && specifier.startsWith(name)),
    );
  return true;
}

describe('the house', () => {
  for (const folder of Object.keys(RULES)) {
    it(`lets ${folder} import only what it may`, () => assert.deepEqual(offences(folder), []));
  }

  it('finds a forbidden import when there is one', () => {
    const rule = RULES['chaincode/src/domain'];
    assert.ok(rule);
    assert.equal(allowed('chaincode/src/domain/money/coin.ts', '../../ledger/keys', rule), false);
    assert.equal(allowed('chaincode/src/domain/money/coin.ts', 'fabric-shim', rule), false);
    assert.equal(allowed('chaincode/src/domain/money/coin.ts', '../quantity', rule), true);
  });
});
