import { type Frame, frameOf } from '../frame.js';
import { matchFrame } from '../match.js';
import { isSpeech } from '../reported.js';
import type { Tree } from '../tree.js';
import { slotOf } from './model.js';

/** The way through the tree from one word to another: up to the word above both, and down. */
export interface Way {
  /** From the first word to just below the top, from below upwards; empty where it is the top itself. */
  readonly up: readonly number[];
  readonly top: number;
  /** From just below the top to the second word, from above downwards. */
  readonly down: readonly number[];
}

/** The way between two words of one sentence; undefined where no word stands above both. */
export function wayBetween(tree: Tree, from: number, to: number): Way | undefined {
  const above: number[] = [];
  for (let at = from; at >= 0; at = tree.head(at)) above.push(at);
  const down: number[] = [];
  for (let at = to; at >= 0; at = tree.head(at)) {
    const steps = above.indexOf(at);
    if (steps >= 0) return { up: above.slice(0, steps), top: at, down: down.reverse() };
    down.push(at);
  }
  return undefined;
}

/** A relation with the preposition that shows it: `obl:with`. */
function relation(tree: Tree, index: number): string {
  const { deprel } = tree.token(index);
  const preposition = /^(?:obl|nmod)/.test(deprel) ? tree.caseOf(index) : '';
  return preposition ? `${deprel.split(':')[0]}:${preposition}` : deprel;
}

/** Which slot of a predicate a word, or what it hangs from, fills: `subj`, `obj`, `with`, `obj.of`. */
function slotsOf(tree: Tree, frame: Frame, index: number): string[] {
  const slots: string[] = [];
  const names = (at: number, below: string): void => {
    if (frame.subjects.includes(at)) slots.push(`subj${below}`);
    if (frame.objects.includes(at)) slots.push(`obj${below}`);
    if (frame.indirect.includes(at)) slots.push(`iobj${below}`);
    if (frame.possessors.includes(at)) slots.push(`poss${below}`);
    for (const o of frame.obliques) if (o.index === at) slots.push(`${o.preposition}${below}`);
  };
  names(index, '');
  const head = tree.head(index);
  if (slots.length === 0 && head >= 0 && head !== frame.index) names(head, `.${relation(tree, index)}`);
  return slots;
}

const CLAUSES = /^(?:ccomp|xcomp|advcl|acl|acl:relcl|parataxis|csubj)$/;

/** Adds the feature of a name, of which only the slot is kept. */
type Add = (fixed: TemplateStringsArray, ...values: readonly (string | number | boolean)[]) => void;

/** What tells whether one party does something to another: the slots of features by name. Each is there or not. */
export function linkFeatures(tree: Tree, way: Way, source: number, target: number): number[] {
  const { up, top, down } = way;
  const out: number[] = [];
  const add: Add = (fixed, ...values) => void out.push(slotOf(fixed, values));
  add`bias`;
  const ups = up.map((i) => relation(tree, i));
  const downs = down.map((i) => relation(tree, i));
  const topToken = tree.token(top);
  const plainUp = ups.join('>');
  const plainDown = downs.join('>');
  add`up=${plainUp}`;
  add`down=${plainDown}`;
  add`way=${plainUp}|${topToken.pos}|${plainDown}`;
  add`top=${topToken.lemma}`;
  add`toppos=${topToken.pos}`;
  add`top=${topToken.lemma}|${downs[0] ?? '.'}`;
  add`top=${topToken.lemma}|${ups.at(-1) ?? '.'}|${downs[0] ?? '.'}`;
  add`ends=${ups[0] ?? '.'}|${downs.at(-1) ?? '.'}`;
  add`s=${ups[0] ?? '.'}`;
  add`t=${downs.at(-1) ?? '.'}`;
  add`lengths=${Math.min(up.length, 5)}|${Math.min(down.length, 5)}`;
  add`order=${source < target ? '>' : '<'}`;
  add`distance=${bucket(Math.abs(source - target))}`;
  if (top === source) add`top is source`;
  if (top === target) add`top is target`;
  const inner = [...up.slice(1), ...down.slice(0, -1)];
  for (const i of inner) add`word=${tree.token(i).lemma}|${tree.token(i).deprel.split(':')[0]!}`;
  for (const i of down.slice(0, -1)) add`downword=${tree.token(i).lemma}`;
  for (const i of up.slice(1)) add`upword=${tree.token(i).lemma}`;
  for (const [side, list] of [
    ['up', up],
    ['down', down],
  ] as const) {
    const clauses = list.filter((i) => CLAUSES.test(tree.token(i).deprel));
    add`${side}clauses=${clauses.map((i) => tree.token(i).deprel).join('>')}`;
    for (const i of clauses) {
      add`${side}clause=${tree.token(i).deprel}|${tree.markOf(i)}|${tree.token(i).xpos}`;
      const head = tree.head(i);
      if (head >= 0) {
        add`${side}governor=${tree.token(head).lemma}|${tree.token(i).deprel}`;
        if (isSpeech(tree.token(head).lemma)) add`${side}speech=${tree.token(i).deprel}`;
      }
    }
    add`${side}conj=${list.filter((i) => tree.is(i, 'conj')).length}`;
  }
  addPredicates(tree, way, source, target, add);
  addBetween(tree, source, target, add);
  return out;
}

/** Slots that the two fill in the predicates on the way, and what the lexicon says of these. */
function addPredicates(tree: Tree, { up, top, down }: Way, source: number, target: number, add: Add): void {
  const predicates = [...new Set([top, ...up, ...down])].filter((i) =>
    /^(?:VERB|NOUN|ADJ)$/.test(tree.token(i).pos),
  );
  let known = 0;
  for (const index of predicates) {
    const frame = frameOf(tree, index);
    if (!frame) continue;
    const match = matchFrame(tree, frame);
    const where = index === top ? 'top' : up.includes(index) ? 'up' : 'down';
    const s = slotsOf(tree, frame, source);
    const t = slotsOf(tree, frame, target);
    const lexicon = match ? (match.reading.root ? 'act' : 'none') : 'unknown';
    const slots = `${s[0] ?? '-'}>${t[0] ?? '-'}`;
    add`slots=${where}|${frame.pos}|${slots}`;
    add`slots=${frame.lemma}|${slots}`;
    add`lexicon=${where}|${frame.pos}|${lexicon}`;
    if (frame.passive) add`passive=${where}`;
    add`lexicon=${lexicon}|${slots}`;
    if (match?.reading.root) {
      known++;
      add`root=${where}|${match.reading.root}`;
      const has = (lists: readonly (readonly number[])[], i: number): boolean =>
        lists.some((list) => list.includes(i) || list.includes(tree.head(i)));
      add`roles=${where}|${has(match.actors, source)}|${has(match.recipients, target)}|${has(match.recipients, source)}`;
    }
  }
  add`known=${Math.min(known, 3)}`;
}

/** Words between the two, and beside them. */
function addBetween(tree: Tree, source: number, target: number, add: Add): void {
  const [from, to] = source < target ? [source, target] : [target, source];
  const order = source < target ? '>' : '<';
  let verbs = 0;
  let names = 0;
  for (let i = from + 1; i < to; i++) {
    const { pos, lemma } = tree.token(i);
    if (pos === 'VERB') verbs++;
    if (pos === 'PROPN') names++;
    if (to - from < 15 && pos !== 'PROPN' && pos !== 'NUM' && pos !== 'DET') add`between${order}${lemma}`;
  }
  add`verbs${order}${Math.min(verbs, 4)}`;
  add`names${order}${Math.min(names, 4)}`;
}

function bucket(distance: number): string {
  return distance < 3
    ? String(distance)
    : distance < 6
      ? '3'
      : distance < 12
        ? '6'
        : distance < 24
          ? '12'
          : '24';
}
