/** A field of a message: its number, and a number, text or bytes. */
export type Field = readonly [field: number, value: number | string | Uint8Array];

/** Encodes a protobuf message. As in Fabric's encoder, numbers that are 0 and empty texts are left out. */
export function message(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([field, value]) => {
      if (typeof value === 'number')
        return value === 0 ? Buffer.alloc(0) : Buffer.of(...varint(field * 8), ...varint(value));
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      return bytes.length === 0
        ? Buffer.alloc(0)
        : Buffer.concat([Buffer.of(...varint(field * 8 + 2)), prefixed(bytes)]);
    }),
  );
}

/** Repeats a field. */
export function each(field: number, values: readonly (string | Uint8Array)[]): Field[] {
  return values.map((value) => [field, value]);
}

/** A map from text to messages. */
export function map(field: number, entries: Readonly<Record<string, Uint8Array>>): Field[] {
  return Object.entries(entries).map(([key, value]) => [field, message([1, key], [2, value])]);
}

/** Bytes behind their length. */
export function prefixed(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(...varint(bytes.length)), bytes]);
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return [...bytes, rest];
}
