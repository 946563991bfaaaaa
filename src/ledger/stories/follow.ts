import { isoOf } from '../../base/index.js';
import { realityOf, rootsThen } from './roots.js';
import { groundsBut } from './score.js';
import type { Ground, Join, Telling } from './types.js';

/** A plan for no stated day is looked for among the deeds of so many days. */
const SOON = 21;

/**
 * Weighs whether one telling's deed is the carrying out of another one's plan, offer, threat or demand: the two are
 * linked, never merged. `a` is the plan, `b` the deed. Undefined where it cannot be.
 */
export function weighFollow(x: Telling, y: Telling): Join | undefined {
  const [plan, deed] = realityOf(x.modality) === 'plan' ? [x, y] : [y, x];
  if (plan.report === deed.report) return undefined;
  if (realityOf(plan.modality) !== 'plan' || realityOf(deed.modality) !== 'deed') return undefined;
  const date = dateGround(plan, deed);
  const root = rootsThen(plan.root, deed.root);
  const others = root && groundsBut(plan, deed, root);
  if (!date || !others) return undefined;
  const grounds = [...others, date];
  const score = grounds.reduce((sum, ground) => sum + ground.points, 0);
  return { a: plan.id, b: deed.id, score: Math.round(score * 100) / 100, grounds };
}

function dateGround(plan: Telling, deed: Telling): Ground | undefined {
  const day = deed.windows[0];
  if (!day || plan.reported === null || day.to < plan.reported) return undefined;
  const due = plan.windows.find((w) => w.stated && w.to >= plan.reported!);
  if (due) {
    const days = Math.max(0, due.from - day.to, day.from - due.to);
    return {
      about: 'date',
      points: 1.8 - 0.6 * days,
      note: `due ${isoOf(due.from)}, done by ${isoOf(day.to)}`,
    };
  }
  const days = day.to - plan.reported;
  if (days > SOON) return undefined;
  return {
    about: 'date',
    points: Math.round((0.6 - 0.08 * days) * 100) / 100,
    note: `done ${days} days after it was told`,
  };
}
