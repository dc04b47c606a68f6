import { DomainError } from '../error-code';
import type { ProposalKind, SubjectOf, SubjectRecords } from './kind';

/** A certificate scheme, or the next version of one. */
export const scheme: ProposalKind<SubjectOf<'scheme'>> = {
  proposers: ['registrar'],
  confirmers: ['manager', 'supplier', 'gridOperator'],
  names: ({ scheme: { id, version } }) => ({
    schemes:
      version === 1
        ? [{ id, version }]
        : [
            { id, version },
            { id, version: version - 1 },
          ],
  }),
  propose: (subject, records) => {
    requireNext(subject, records);
    return [];
  },
  confirm: (subject, records) => {
    requireNext(subject, records);
    return [{ type: 'scheme', value: { v: 1, ...subject.scheme } }];
  },
  decline: () => [],
};

/** Versions of a scheme are 1, 2, 3, ...; @throws DomainError STATE_CONFLICT */
function requireNext({ scheme: { id, version } }: SubjectOf<'scheme'>, { schemes }: SubjectRecords): void {
  const [same, previous] = schemes;
  if (same !== undefined) throw new DomainError('STATE_CONFLICT', `scheme ${id}/${version} exists`);
  if (version > 1 && previous === undefined)
    throw new DomainError('STATE_CONFLICT', `scheme ${id}/${version - 1} does not exist`);
}
