import type { Method } from './method';
import { activateAccount } from './account/activate';
import { probe } from './readiness/probe';

/** Every method of the chaincode. */
export const METHODS: readonly Method[] = [probe, activateAccount];
