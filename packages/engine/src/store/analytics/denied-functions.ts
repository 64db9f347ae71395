/** Table functions that read nothing but our tables, or nothing at all. */
const harmless = new Set(
  'numbers numbers_mt zeros zeros_mt generate_series generateseries values view format null input primes format generaterandom dictionary mergetreeindex viewifpermitted'.split(
    ' ',
  ),
);

/**
 * Everything the engine calls a table function except the harmless ones, in lower case.
 * Scalar functions that reach outside are added: `file` shares the name of a table function anyway.
 */
export function deniedFunctions(tableFunctions: readonly string[]): ReadonlySet<string> {
  const names = tableFunctions.map((name) => name.toLowerCase()).filter((name) => !harmless.has(name));
  return new Set([...names, 'file', 'catboostevaluate', 'merge', 'loop']);
}
