type Settings = Record<string, unknown>;

/** `base` with everything that `changes` says otherwise, at any depth. Lists are replaced as a whole. */
export function mergeSettings(base: unknown, changes: object): Settings {
  const merged: Settings = isSettings(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(changes))
    merged[key] = isSettings(value) ? mergeSettings(merged[key], value) : value;
  return merged;
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
