/** A setting from the environment; one that is set to nothing counts as not set. */
export function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}
