/** How a gateway's process is kept small. */
export const GATEWAY_MEMORY = {
  /**
   * MiB, for Node: a gateway lives on a fifth of it. By default Node would let garbage grow to a share of the machine's
   * memory, and the gateway would shed load only when that is gone.
   */
  args: ['--max-old-space-size=256', '--max-semi-space-size=4'],
  /**
   * For glibc's allocator: what opening the embedded database took for a moment (compiling it, unpacking it) it would
   * keep for ever, a third of the process's memory.
   */
  env: {
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '131072',
    MALLOC_TRIM_THRESHOLD_: '131072',
  },
} as const;
