import { activateAccount } from './account/activate';
import { registerAccounts } from './account/register';
import { reinstateAccount } from './account/reinstate';
import { rotateAccountKey } from './account/rotate-key';
import { suspendAccount } from './account/suspend';
import { issueCertificates } from './certificate/issue';
import { retireCertificates } from './certificate/retire';
import { transferCertificates } from './certificate/transfer';
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
import { captureHold } from './money/capture';
import { holdMoney } from './money/hold';
import { payMoney } from './money/pay';
import { releaseHold } from './money/release';
import { enterOrganisation } from './organisation/enter';
import { reinstateOrganisation } from './organisation/reinstate';
import { suspendOrganisation } from './organisation/suspend';
import { confirmProposal } from './proposal/confirm';
import { makeProposal } from './proposal/propose';
import { rejectProposal } from './proposal/reject';
import { withdrawProposal } from './proposal/withdraw';
import { probe } from './readiness/probe';
import { submitReadings } from './reading/submit';
import { makeStatement } from './statement/statement';
import { acceptBid } from './trade/accept-bid';
import { acceptOffer } from './trade/accept-offer';
import { bidForCertificates } from './trade/bid';
import { expireTrades } from './trade/expire';
import { offerCertificates } from './trade/offer';
import { withdrawBid } from './trade/withdraw-bid';
import { withdrawOffer } from './trade/withdraw-offer';

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
  submitReadings,
  makeProposal,
  confirmProposal,
  rejectProposal,
  withdrawProposal,
  issueCertificates,
  transferCertificates,
  retireCertificates,
  payMoney,
  holdMoney,
  captureHold,
  releaseHold,
  offerCertificates,
  bidForCertificates,
  acceptOffer,
  acceptBid,
  withdrawOffer,
  withdrawBid,
  expireTrades,
  makeStatement,
] as const satisfies readonly MethodDescription[];
