/**
 * One value for the whole process. Next bundles the pages apart from the server around them, so a module's own variable would
 * exist twice; what must exist once hangs here.
 */
export function processWide<T>(name: string, make: () => T): { value: T } {
  const shared = globalThis as unknown as Record<symbol, { value: T } | undefined>;
  const key = Symbol.for(`serviceportalen.${name}`);
  shared[key] ??= { value: make() };
  return shared[key];
}
