/** What every node finds in its environment: nothing that depends on who starts it, where or when. */
export function baseEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' };
}
