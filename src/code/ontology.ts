import { readTable } from '../base/index.js';
import type { Quad, Root } from './types.js';

/** What the codebook says of one root code. */
export interface RootInfo {
  readonly root: Root;
  readonly quad: Quad;
  /** PLOVER's score of the root, about -10 to 10. */
  readonly plover: number;
  /** Mean Goldstein value of the CAMEO codes that the root gathers. */
  readonly goldstein: number;
  readonly requiresRecipient: boolean;
  readonly definition: string;
  /** Its name among the fifteen older roots, which have YIELD for CONCEDE and RETREAT. */
  readonly gold15: Root15;
}

/** What the codebook says of one CAMEO code. `root` is absent for codes that PLOVER drops (01, 02). */
export interface CameoInfo {
  readonly code: string;
  readonly name: string;
  readonly goldstein: number;
  readonly root?: Root;
  readonly mode?: string;
  readonly contexts: readonly string[];
}

/** The fifteen root codes of the older codebook. */
export type Root15 = Exclude<Root, 'CONCEDE' | 'RETREAT'> | 'YIELD';

/** A mode of one root, with its own score. */
export interface ModeInfo {
  readonly root: Root;
  readonly mode: string;
  readonly plover: number;
  readonly definition: string;
}

const infos = new Map<Root, RootInfo>(
  readTable('plover/roots.tsv').map((row) => {
    const root = row.root as Root;
    const info: RootInfo = {
      root,
      quad: Number(row.quad) as Quad,
      plover: Number(row.plover),
      goldstein: Number(row.goldstein),
      requiresRecipient: row.requires_recipient === 'yes',
      definition: row.definition!,
      gold15: row.gold15 as Root15,
    };
    return [root, info];
  }),
);

/** The sixteen root codes, from the most cooperative to the most hostile kind of act. */
export const ROOTS: readonly Root[] = [...infos.keys()];

/** The fifteen older root codes, in the same order. */
export const ROOTS15: readonly Root15[] = [...new Set([...infos.values()].map((info) => info.gold15))];

/** From each root to its name among the fifteen older ones (CONCEDE and RETREAT to YIELD). */
export const GOLD15: Readonly<Record<Root, Root15>> = Object.fromEntries(
  [...infos].map(([root, info]) => [root, info.gold15]),
) as Record<Root, Root15>;

/** Quad class of each of the fifteen older roots; YIELD is material cooperation in the gold sets. */
export const QUAD15: Readonly<Record<Root15, Quad>> = Object.fromEntries(
  [...infos.values()].map((info) => [info.gold15, info.quad]),
) as Record<Root15, Quad>;

const modes = new Map<string, ModeInfo>(
  readTable('plover/modes.tsv').map((row) => {
    const root = row.root as Root;
    const plover = row.plover ? Number(row.plover) : infos.get(root)!.plover;
    return [`${root}/${row.mode}`, { root, mode: row.mode!, plover, definition: row.definition! }];
  }),
);

const cameo = new Map<string, CameoInfo>(
  readTable('plover/cameo.tsv').map((row) => {
    const info: CameoInfo = {
      code: row.code!,
      name: row.name!,
      goldstein: Number(row.goldstein),
      ...(row.root ? { root: row.root as Root } : {}),
      ...(row.mode ? { mode: row.mode } : {}),
      contexts: row.context ? row.context.split(' ') : [],
    };
    return [info.code, info];
  }),
);

const defaults = new Map<string, string>(
  readTable('plover/defaults.tsv').map((row) => [`${row.root}/${row.mode}/${row.context}`, row.cameo!]),
);

/** Whether the text is one of the sixteen root codes. */
export function isRoot(text: string): text is Root {
  return infos.has(text as Root);
}

/** What the codebook says of a root. */
export function rootInfo(root: Root): RootInfo {
  return infos.get(root)!;
}

/** The quad class of a root: 1 verbal cooperation to 4 material conflict. */
export function quadOf(root: Root): Quad {
  return rootInfo(root).quad;
}

/** PLOVER's score of a root, or of one of its modes; a mode the root does not have gives the root's. */
export function ploverScore(root: Root, mode?: string): number {
  return modeInfo(root, mode)?.plover ?? rootInfo(root).plover;
}

/** The modes a root can take, in the manual's order. */
export function modesOf(root: Root): readonly string[] {
  return [...modes.values()].filter((info) => info.root === root).map((info) => info.mode);
}

/** What the codebook says of a root's mode; `undefined` when the root has no such mode. */
export function modeInfo(root: Root, mode?: string): ModeInfo | undefined {
  return mode === undefined ? undefined : modes.get(`${root}/${mode}`);
}

/** What CAMEO says of a code, given as text with its leading zero; `undefined` for an unknown code. */
export function cameoInfo(code: string): CameoInfo | undefined {
  return cameo.get(code);
}

/** All CAMEO codes, as text, in order. */
export function cameoCodes(): readonly string[] {
  return [...cameo.keys()];
}

/**
 * The usual CAMEO code of a root, as exact as mode and context allow: first the row for both, then for the
 * mode, then for the context, then for the root alone.
 */
export function cameoFor(root: Root, mode = '', context = ''): string {
  return (
    defaults.get(`${root}/${mode}/${context}`) ??
    defaults.get(`${root}/${mode}/`) ??
    defaults.get(`${root}//${context}`) ??
    defaults.get(`${root}//`)!
  );
}
