import type { Add } from './features.js';
import type { Layout } from './layout.js';
import { NEGATION, type Syntax } from './syntax.js';

/** How many predicates of the chain are looked at for negation, modals and the like. */
const LOOKED_AT = 3;

/**
 * What the tree says of the pair: the predicates that lead from the source on (group `chain`), and negation, modals, tense and
 * voice of each (`manner`).
 */
export function addStructure(layout: Layout, syntax: Syntax, add: Add): void {
  const { chain, tree } = syntax;
  const names = chain.map((i) => nameIn(syntax, i));
  names.forEach((name, k) => {
    add('chain', `c${k}:${name}`, 1 / (1 + k * 0.3));
    add('chain', `c:${name}`, 0.6);
    if (k > 0) add('chain', `cc:${names[k - 1]} ${name}`);
  });
  if (chain.length === 0) return;
  add('manner', `side:${syntax.source < 0 ? 'none' : relation(tree.token(syntax.source).deprel)}`);
  chain.slice(0, LOOKED_AT).forEach((i, k) => {
    for (const mark of mannerOf(layout, syntax, i)) {
      add('manner', `${k}${mark}`);
      add('manner', `${mark} ${names[k]}`, 0.7);
    }
    addDependents(layout, syntax, i, names[k]!, add);
  });
  if (syntax.target >= 0) add('manner', `hit:${chain.indexOf(tree.head(syntax.target))}`);
}

/** Prepositional phrases and modifiers of a predicate. */
function addDependents(layout: Layout, { tree }: Syntax, index: number, name: string, add: Add): void {
  for (const child of tree.withRelation(index, 'obl', 'nmod')) {
    const party = layout.party[child];
    add('chain', `cp:${name} ${tree.caseOf(child)} ${party?.toUpperCase()}`, 0.5);
    if (!party) add('chain', `co:${name} ${tree.token(child).lemma}`, 0.4);
  }
  for (const child of tree.withRelation(index, 'amod', 'compound'))
    if (!layout.party[child]) add('chain', `ca:${tree.token(child).lemma} ${name}`, 0.6);
}

/** Voice, negation, modals and tense of one predicate. */
function mannerOf(layout: Layout, { tree }: Syntax, index: number): string[] {
  const out: string[] = [];
  const token = tree.token(index);
  let passive = false;
  for (const child of tree.children(index)) {
    const { deprel, lower } = tree.token(child);
    if (deprel === 'aux') out.push(`aux:${lower}`);
    if (deprel === 'aux:pass' || deprel === 'nsubj:pass') passive = true;
    if (NEGATION.has(lower) && !layout.party[child]) out.push('not');
    if (deprel === 'mark') out.push(`mark:${lower}`);
  }
  if (passive) out.push('passive');
  if (token.pos === 'VERB') out.push(token.xpos);
  return out;
}

/** A word's lemma with its particle. */
function nameIn({ tree }: Syntax, index: number): string {
  const { lemma } = tree.token(index);
  const particle = tree.withRelation(index, 'compound:prt')[0];
  return particle === undefined ? lemma : `${lemma} ${tree.token(particle).lower}`;
}

/** A relation without its subtype, but for those that turn the sides round. */
function relation(deprel: string): string {
  return ['nsubj:pass', 'nmod:poss', 'obl:agent'].includes(deprel) ? deprel : deprel.split(':')[0]!;
}
