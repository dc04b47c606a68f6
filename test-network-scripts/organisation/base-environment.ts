/** The peer's chaincode builder is a shell script and uses grep, sed and cp. */
const SYSTEM_PROGRAMS = '/usr/local/bin:/usr/bin:/bin';

/** What every node finds in its environment: nothing that depends on who starts it, where or when. */
export function baseEnvironment(): Record<string, string> {
  return { PATH: SYSTEM_PROGRAMS, LANG: 'C', TZ: 'UTC' };
}
