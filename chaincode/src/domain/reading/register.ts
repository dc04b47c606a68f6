/**
 * Registers of a profile block. Interval sums carry the OBIS time integral 29 (load profile, per measuring period) of
 * IEC 62056-6-1; the state of charge has no standard code and takes one from the manufacturer-specific range.
 */
export interface Register {
  /** Number in the block's bytes. */
  readonly code: number;
  readonly name:
    | 'import'
    | 'export'
    | 'reactiveImport'
    | 'reactiveExport'
    | 'generation'
    | 'charge'
    | 'discharge'
    | 'stateOfCharge';
  readonly obis: string;
  readonly unit: 'Wh' | 'varh';
  /** Sum over the interval, or level at its end. */
  readonly kind: 'intervalSum' | 'level';
  readonly subject: 'point' | 'device';
}
export type RegisterName = Register['name'];

export const REGISTERS: readonly Register[] = [
  { code: 1, name: 'import', obis: '1-0:1.29.0', unit: 'Wh', kind: 'intervalSum', subject: 'point' },
  { code: 2, name: 'export', obis: '1-0:2.29.0', unit: 'Wh', kind: 'intervalSum', subject: 'point' },
  {
    code: 3,
    name: 'reactiveImport',
    obis: '1-0:3.29.0',
    unit: 'varh',
    kind: 'intervalSum',
    subject: 'point',
  },
  {
    code: 4,
    name: 'reactiveExport',
    obis: '1-0:4.29.0',
    unit: 'varh',
    kind: 'intervalSum',
    subject: 'point',
  },
  { code: 16, name: 'generation', obis: '1-1:2.29.0', unit: 'Wh', kind: 'intervalSum', subject: 'device' },
  { code: 17, name: 'charge', obis: '1-2:1.29.0', unit: 'Wh', kind: 'intervalSum', subject: 'device' },
  { code: 18, name: 'discharge', obis: '1-2:2.29.0', unit: 'Wh', kind: 'intervalSum', subject: 'device' },
  { code: 19, name: 'stateOfCharge', obis: '1-2:128.29.0', unit: 'Wh', kind: 'level', subject: 'device' },
];
