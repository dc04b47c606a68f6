import { activateAccount } from './account/activate';
import { registerAccounts } from './account/register';
import { reinstateAccount } from './account/reinstate';
import { rotateAccountKey } from './account/rotate-key';
import { suspendAccount } from './account/suspend';
import { approvePoints } from './connection-point/approve';
import { confirmPoints } from './connection-point/confirm';
import { reinstatePoints } from './connection-point/reinstate';
import { rejectPoints } from './connection-point/reject';
import { retirePoints } from './connection-point/retire';
import { submitPoints } from './connection-point/submit';
import { suspendPoints } from './connection-point/suspend';
import { approveDevices } from './device/approve';
import { confirmDevices } from './device/confirm';
import { reinstateDevices } from './device/reinstate';
import { rejectDevices } from './device/reject';
import { retireDevices } from './device/retire';
import { submitDevices } from './device/submit';
import { suspendDevices } from './device/suspend';
import type { Method } from './method';
import { enterOrganisation } from './organisation/enter';
import { reinstateOrganisation } from './organisation/reinstate';
import { suspendOrganisation } from './organisation/suspend';
import { probe } from './readiness/probe';

/** A method without its intent, which only its own command can be given to. */
export type MethodDescription = Omit<Method, 'intent'>;

/** Every method of the chaincode. */
export const METHODS = [
  probe,
  enterOrganisation,
  suspendOrganisation,
  reinstateOrganisation,
  registerAccounts,
  activateAccount,
  suspendAccount,
  reinstateAccount,
  rotateAccountKey,
  submitPoints,
  confirmPoints,
  approvePoints,
  rejectPoints,
  suspendPoints,
  reinstatePoints,
  retirePoints,
  submitDevices,
  confirmDevices,
  approveDevices,
  rejectDevices,
  suspendDevices,
  reinstateDevices,
  retireDevices,
] as const satisfies readonly MethodDescription[];
