import { z } from 'zod';

/** What an organisation is in the consortium. */
export const organisationKind = z.enum(['regulator', 'utility', 'community']);
export type OrganisationKind = z.infer<typeof organisationKind>;

/**
 * The `role` attribute of a certificate. It counts only when the certificate comes from an organisation of the kind
 * that may give it; an identity has exactly one.
 */
export const role = z.enum([
  'registrar',
  'auditor',
  'supplier',
  'gridOperator',
  'buyer',
  'treasurer',
  'manager',
  'member',
  'collector',
  'gateway',
]);
export type Role = z.infer<typeof role>;

export const ROLES_BY_KIND: Record<OrganisationKind, readonly Role[]> = {
  regulator: ['registrar', 'auditor', 'gateway'],
  utility: ['supplier', 'gridOperator', 'buyer', 'treasurer', 'gateway'],
  community: ['manager', 'member', 'collector', 'gateway'],
};
