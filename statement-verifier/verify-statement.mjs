#!/usr/bin/env node
// @ts-check
// Verifies a statement with the public roots of the organisations: node verify-statement.mjs FILE --roots DIR
// Exit code 0: proven. 1: not proven. 2: could not be looked at.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readRoots } from './certificates.mjs';
import { Refused } from './refused.mjs';
import { verifyStatement } from './verify.mjs';

const USAGE = `Usage: verify-statement FILE --roots DIR [options]

FILE is a statement as a gateway gives it. DIR has one file <MSP id>.pem for each organisation, with the certificate of
its authority, got from the organisation itself.

  --id ID             what the statement is to be about, for instance retirement/<id> (default: whatever it is about)
  --channel NAME      default commonwatt
  --chaincode NAME    default market
  --regulator MSPID   default RegulatorMSP
  --utility MSPID     default UtilityMSP; every other organisation in DIR is a community
  --json              the verdict as JSON
`;

const EXIT = { proven: 0, notProven: 1, unusable: 2 };

const OPTIONS = /** @type {const} */ ({
  roots: { type: 'string' },
  id: { type: 'string' },
  channel: { type: 'string', default: 'commonwatt' },
  chaincode: { type: 'string', default: 'market' },
  regulator: { type: 'string', default: 'RegulatorMSP' },
  utility: { type: 'string', default: 'UtilityMSP' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
});

process.exitCode = main(process.argv.slice(2));

/** @param {string[]} args @returns {number} exit code */
function main(args) {
  let given;
  try {
    given = read(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return EXIT.unusable;
  }
  if (given === null) {
    console.log(USAGE);
    return EXIT.proven;
  }
  try {
    const proven = verifyStatement(parse(given.file), given.trust);
    console.log(given.json ? JSON.stringify({ proven: true, ...proven }) : describe(proven));
    return EXIT.proven;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const reason = error.message;
    console.log(given.json ? JSON.stringify({ proven: false, reason }) : `NOT PROVEN: ${reason}`);
    return EXIT.notProven;
  }
}

/** Null when help is wanted. @param {string[]} args */
function read(args) {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const { help, json, roots, id, channel, chaincode, regulator, utility } = values;
  if (help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || roots === undefined) throw new Error(USAGE);
  const trust = { authorities: readRoots(roots), regulator, utility, channel, chaincode, id };
  return { file: readFileSync(file, 'utf8'), json, trust };
}

/** @param {string} file @returns {unknown} */
function parse(file) {
  try {
    return JSON.parse(file);
  } catch {
    throw new Refused('the file is no JSON');
  }
}

/** @param {ReturnType<typeof verifyStatement>} proven */
function describe({ id, value, at, transactionId, askedBy, statedBy }) {
  return [
    `PROVEN: ${id}, as of ${at}`,
    `Stated by peers of ${statedBy.join(', ')}; asked by a member of ${askedBy}, question ${transactionId}`,
    JSON.stringify(value, null, 2),
  ].join('\n');
}
