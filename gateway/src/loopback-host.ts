const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL's host is the own machine: nobody is in between, so plain http will do. */
export function isLoopbackHost({ hostname }: URL): boolean {
  return LOOPBACK_HOSTS.has(hostname);
}
