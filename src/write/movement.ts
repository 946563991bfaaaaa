import { signed } from '../answer/index.js';
import type { Movement, Quads } from '../relate/index.js';

const WORDS = {
  closer: 'closer',
  apart: 'further apart',
  unchanged: 'unchanged',
  unknown: 'cannot be told',
} as const;

/** "Closer (chance 94 %): 2025-09 12 acts, index +2.1, 8 % conflict; six months before 40 acts, index -1.0, 35 % conflict". */
export function movementText(
  movement: Movement,
  acts: { readonly month: string; readonly now: Quads; readonly before: Quads },
): string {
  const { towards, chance, now, before } = movement;
  const how = `${WORDS[towards]}${chance === null ? '' : ` (chance ${Math.floor(chance * 100)} %)`}`;
  const side = ({ acts: n, index }: Movement['now'], quads: Quads): string =>
    n === 0
      ? 'no act'
      : `${n} ${n === 1 ? 'act' : 'acts'}, index ${signed(index.value)}, ${Math.round((100 * (quads[2] + quads[3])) / n)} % conflict`;
  return `${how[0]!.toUpperCase()}${how.slice(1)}: ${acts.month} ${side(now, acts.now)}; six months before ${side(before, acts.before)}`;
}
