/** The operation that a request is for, by its method and path. */
export type OperationFinder = (method: string, path: string) => string;

/** Finds `<METHOD> <path of the document>`; says so when there is none. */
export function operationFinder(paths: Readonly<Record<string, object>>): OperationFinder {
  const known = Object.entries(paths).map(([path, methods]) => ({
    path,
    methods: new Set(Object.keys(methods)),
    // The id of a statement may have slashes.
    pattern: new RegExp(
      `^${path.replace(/\/statements\/\{id\}$/, '/statements/.+').replaceAll(/\{[A-Za-z]+\}/g, '[^/]+')}$`,
    ),
  }));
  // Fixed paths come before those with parameters in the same place.
  known.sort((a, b) => placesOf(b.path) - placesOf(a.path));
  return (method, path) => {
    const found = known.find(({ pattern }) => pattern.test(path));
    if (found === undefined) return 'no path of the document';
    return found.methods.has(method.toLowerCase()) ? `${method} ${found.path}` : 'no method of the path';
  };
}

/** How many of its segments are fixed. */
function placesOf(path: string): number {
  return path.split('/').filter((segment) => !segment.startsWith('{')).length;
}
