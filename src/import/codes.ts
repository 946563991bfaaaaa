import {
  cameoFor,
  cameoInfo,
  isRoot,
  modeInfo,
  ploverScore,
  quadOf,
  type Root,
  rootInfo,
} from '../code/index.js';
import type { Losses } from './losses.js';
import type { Act } from './types.js';

/** Why a row cannot be read; the rest of the file goes on. */
export class RowError extends Error {}

const acts = new Map<string, Act>();

/**
 * What was done, by a CAMEO code as the file has it. A code that is finer than our list counts as the one it is a kind
 * of, which is told; the code itself is kept.
 * @param scale The file's own Goldstein value; the codebook's where it is null.
 * @throws RowError for a code that is no kind of any of CAMEO's.
 */
export function actOfCameo(raw: string, scale: number | null, losses: Losses): Act {
  const code = raw.trim();
  let act = acts.get(code);
  if (act === undefined) {
    act = newAct(code);
    acts.set(code, act);
  }
  const known = act.cameo!;
  if (known !== code) losses.note('code', code, `not in our list of CAMEO, counted as ${known}`);
  if (known === code && (scale === null || scale === act.goldstein)) return act;
  const { root, quad, plover, modes, contexts } = act;
  return { root, quad, cameo: code, goldstein: scale ?? act.goldstein, plover, modes, contexts };
}

function newAct(code: string): Act {
  let known = code;
  while (known.length >= 2 && !cameoInfo(known)) known = known.slice(0, -1);
  const info = cameoInfo(known);
  if (!/^\d{2,4}$/.test(code) || !info)
    throw new RowError(code === '' ? 'no event code' : `no CAMEO code: ${code}`);
  const { root, mode } = info;
  return {
    root: root ?? null,
    quad: root ? quadOf(root) : null,
    cameo: known,
    goldstein: info.goldstein,
    plover: root ? ploverScore(root, mode) : null,
    modes: mode ? [mode] : [],
    contexts: info.contexts,
  };
}

/** The fifteen older roots have one that is two of today's. */
const OLDER = 'YIELD';

/**
 * What was done, by a PLOVER root with its modes and contexts.
 * @param score The file's own score; PLOVER's of root and mode where it is null.
 * @throws RowError for a root that PLOVER does not have, or no longer has.
 */
export function actOfPlover(
  name: string,
  modes: readonly string[],
  contexts: readonly string[],
  score: number | null,
  losses: Losses,
): Act {
  const root = name.trim().toUpperCase();
  if (root === OLDER) throw new RowError('YIELD is CONCEDE or RETREAT today, and the row does not say which');
  if (!isRoot(root)) throw new RowError(root === '' ? 'no event type' : `no root code of PLOVER: ${root}`);
  const known = modes.filter((mode) => mode !== '').map((mode) => mode.trim().toLowerCase());
  for (const mode of known)
    if (!modeInfo(root, mode))
      losses.note('mode', `${root}/${mode}`, 'kept as it is, our list has no such mode');
  const mode = known.find((one) => modeInfo(root, one));
  return {
    root,
    quad: quadOf(root),
    cameo: null,
    goldstein: goldsteinOf(root, mode, contexts[0]),
    plover: score ?? ploverScore(root, mode),
    modes: known,
    contexts,
  };
}

/** The Goldstein value of the CAMEO code that root, mode and context usually have; the root's mean without a mode. */
function goldsteinOf(root: Root, mode: string | undefined, context: string | undefined): number {
  if (mode === undefined && context === undefined) return rootInfo(root).goldstein;
  return cameoInfo(cameoFor(root, mode, context))?.goldstein ?? rootInfo(root).goldstein;
}
