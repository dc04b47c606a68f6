/** The loggers of fabric-shim and fabric-contract-api, which ship without types; they are of winston. */
interface ShimLogger {
  isLevelEnabled(level: string): boolean;
  debug: () => void;
  info: () => void;
  warn: () => void;
}

declare module 'fabric-shim/lib/logger.js' {
  export function getLogger(name: string): ShimLogger;
}

declare module 'fabric-contract-api/lib/logger.js' {
  export function getLogger(name: string): ShimLogger;
}
