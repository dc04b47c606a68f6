// @ts-check
/** A statement does not prove what it says; the message is the reason. */
export class Refused extends Error {}

/**
 * @param {boolean} holds
 * @param {string} reason why the statement is refused when it does not hold
 */
export function ensure(holds, reason) {
  if (!holds) throw new Refused(reason);
}
