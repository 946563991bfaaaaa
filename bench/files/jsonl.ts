import { readFileSync } from 'node:fs';

/** The records of a file of JSON, one a line. */
export function jsonLines<T>(file: string | URL): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
