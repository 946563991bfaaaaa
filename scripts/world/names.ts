import type { Row } from './table.js';
export function buildGroups(_f: string, _s: readonly Row[]): void {}
export function buildOutlets(_f: string, _s: readonly Row[]): void {}
export async function buildPlaces(_f: string | undefined, _s: readonly Row[]): Promise<void> {}
