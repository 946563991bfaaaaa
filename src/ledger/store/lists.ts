import type { Database } from './database.js';

/** `IN` of a list given as JSON text in place `$n`. */
export function inList(n: number): string {
  return `IN (SELECT unnest(from_json($${n}::JSON, '["VARCHAR"]')))`;
}

/** Deletes the rows of a table whose column holds one of the values. */
export async function deleteWhere(
  database: Database,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> {
  if (values.length > 0)
    await database.run(`DELETE FROM ${table} WHERE ${column} ${inList(1)}`, [JSON.stringify(values)]);
}

/** Values by what a function gives for each, in the order in which they come. */
export function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
