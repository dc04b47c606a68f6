import { MemoryConsortium } from './memory-consortium.ts';

let opening: Promise<MemoryConsortium> | undefined;

/** One consortium for all tests of a run, since three databases take their time to start; each test has own members. */
export function sharedConsortium(): Promise<MemoryConsortium> {
  return (opening ??= MemoryConsortium.open());
}

after(async () => {
  await (await opening)?.close();
});
