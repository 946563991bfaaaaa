import { dataPath } from './data.js';

let version: string | undefined;

/** Name and version of this engine, as records carry it: `rapport 0.1.0`. Node only. */
export function engineVersion(): string {
  if (version === undefined) {
    const file = globalThis.process
      .getBuiltinModule('node:fs')
      .readFileSync(dataPath('../package.json'), 'utf8');
    version = (JSON.parse(file) as { version: string }).version;
  }
  return `rapport ${version}`;
}
