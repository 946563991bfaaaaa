import type { Ground, Side, Telling } from './types.js';

/** Roots whose acts two sides do together: who is named first says nothing. */
const TOGETHER = new Set(['CONSULT', 'AGREE', 'COOPERATE', 'SUPPORT']);

/** Codes of the known parties of a side. */
export function codesOf(sides: readonly Side[]): Set<string> {
  return new Set(sides.flatMap((side) => (side.code ? [side.code] : [])));
}

/** Whether an act of this telling is done by both sides together. */
export function together(telling: Telling): boolean {
  return telling.reciprocal || TOGETHER.has(telling.root);
}

/**
 * How well the sides fit: by state, as one report names the minister and another the capital. A side left open by one
 * report contradicts nothing; two different doers may still be a dispute over who did it.
 */
export function sidesGround(a: Telling, b: Telling): Ground | undefined {
  if (together(a) && together(b)) return bothGround(a, b);
  const actors = overlap(codesOf(a.actors), codesOf(b.actors));
  const recipients = overlap(codesOf(a.recipients), codesOf(b.recipients));
  const turned = a.reciprocal || b.reciprocal ? bothGround(a, b) : undefined;
  if (turned && turned.points > 0) return turned;
  if (actors === 'apart') {
    // Only the target, the place and the words are left to tell that it is one act.
    if (recipients !== 'same') return undefined;
    return { about: 'sides', points: -2.2, note: `done by ${names(a.actors)} or by ${names(b.actors)}` };
  }
  if (recipients === 'apart') {
    if (actors !== 'same') return undefined;
    return { about: 'sides', points: -1.8, note: `towards ${names(a.recipients)} or ${names(b.recipients)}` };
  }
  if (actors === 'open' && recipients === 'open') return { about: 'sides', points: -1.2, note: 'sides left open' };
  const points = (actors === 'same' ? 0.7 : -0.2) + (recipients === 'same' ? 0.7 : -0.2);
  const open = actors === 'open' || recipients === 'open' ? ', one side left open' : '';
  return { about: 'sides', points: round(points), note: `${shared(a, b).join(', ')}${open}` };
}

function bothGround(a: Telling, b: Telling): Ground | undefined {
  const x = codesOf([...a.actors, ...a.recipients]);
  const y = codesOf([...b.actors, ...b.recipients]);
  const common = [...x].filter((code) => y.has(code));
  if (common.length === 0) {
    if (x.size > 0 && y.size > 0) return undefined;
    return { about: 'sides', points: -1.2, note: 'sides left open' };
  }
  const least = Math.min(x.size, y.size);
  const most = Math.max(x.size, y.size);
  if (common.length === 1 && least > 1) return { about: 'sides', points: -2.2, note: `only ${common[0]} in both` };
  if (common.length === 1 && most > 1)
    return { about: 'sides', points: -0.4, note: `${common[0]}, the other side left open` };
  const points = 1.6 * (common.length / most) - (common.length === 1 ? 0.9 : 0);
  return { about: 'sides', points: round(points), note: common.sort().join(', ') };
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): 'same' | 'apart' | 'open' {
  if (a.size === 0 || b.size === 0) return 'open';
  return [...a].some((code) => b.has(code)) ? 'same' : 'apart';
}

/** Persons: the same one on both sides speaks for one act; two different ones of a state speak against it. */
export function personsGround(a: Telling, b: Telling): Ground[] {
  const x = personsOf(a);
  const y = personsOf(b);
  const common = [...x.keys()].filter((id) => y.has(id));
  if (common.length > 0)
    return [
      { about: 'persons', points: Math.min(1, 0.5 * common.length), note: common.map((id) => x.get(id)!.text).join(', ') },
    ];
  for (const p of x.values())
    for (const q of y.values())
      if (p.code !== null && p.code === q.code)
        return [{ about: 'persons', points: -1, note: `${p.text} is not ${q.text}` }];
  return [];
}

function personsOf(telling: Telling): Map<string, Side> {
  const all = [...telling.actors, ...telling.recipients].filter((side) => side.id?.startsWith('person:'));
  return new Map(all.map((side) => [side.id!, side]));
}

function shared(a: Telling, b: Telling): string[] {
  const y = codesOf([...b.actors, ...b.recipients]);
  return [...codesOf([...a.actors, ...a.recipients])].filter((code) => y.has(code)).sort();
}

function names(sides: readonly Side[]): string {
  return [...codesOf(sides)].sort().join('+') || '?';
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
