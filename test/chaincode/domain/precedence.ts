import assert from 'node:assert/strict';
import { DomainError, ERROR_CODES, type ErrorCode } from '@commonwatt/chaincode/domain';

/** One way to break a rule of a valid input. */
export interface Breakage<Input> {
  readonly code: ErrorCode;
  readonly why: string;
  /** Breaks a private copy of the input. */
  readonly spoil: (input: Input) => void;
  /** A record is not there: what is wrong with that record cannot show besides. */
  readonly hidesOthers?: boolean;
}

const ORDER = Object.keys(ERROR_CODES);

/**
 * Tests that the valid input is accepted, that each breakage alone gives its code, and that of any two broken rules
 * the one whose code comes first in the register is told.
 */
export function itRefuses<Input>(
  valid: () => Input,
  decide: (input: Input) => unknown,
  breakages: readonly Breakage<Input>[],
): void {
  const codeAfter = (...spoils: Breakage<Input>['spoil'][]): string => {
    const input = structuredClone(valid());
    for (const spoil of spoils) spoil(input);
    return codeOf(() => decide(input));
  };

  it('accepts the command that the refusals below are made from', () => {
    assert.equal(codeAfter(), 'accepted');
  });
  for (const { code, why, spoil } of breakages) {
    it(`refuses with ${code} when ${why}`, () => assert.equal(codeAfter(spoil), code));
  }
  it('tells the first code of any two broken rules', () => {
    const combinable = breakages.filter(({ hidesOthers }) => hidesOthers !== true);
    for (const one of combinable) {
      for (const other of combinable.filter(({ code }) => ORDER.indexOf(code) > ORDER.indexOf(one.code))) {
        const broken = `${one.why} and ${other.why}`;
        assert.equal(codeAfter(one.spoil, other.spoil), one.code, broken);
        assert.equal(codeAfter(other.spoil, one.spoil), one.code, broken);
      }
    }
  });
}

/** Code of the DomainError that is thrown, or `accepted`; any other error is a failure of the test. */
export function codeOf(decide: () => unknown): string {
  try {
    decide();
    return 'accepted';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
