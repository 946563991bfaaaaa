import type { Frame } from './frame.js';
import { type Condition, inClass } from './lexicon.js';
import { contentOf, obliquesBy } from './phrases.js';
import type { Tree } from './tree.js';

/** The words of a frame that conditions are asked of, each list made when first asked for. */
export class Words {
  private readonly made: { objects?: number[]; doers?: number[]; modifiers?: number[] } = {};

  constructor(
    readonly tree: Tree,
    readonly frame: Frame,
  ) {}

  get objects(): readonly number[] {
    const { objects, indirect } = this.frame;
    this.made.objects ??= (objects.length > 0 ? objects : indirect).flatMap((i) => [
      i,
      ...contentOf(this.tree, i),
      // "declared Ebrahim Rasool persona non grata": all of it one name to the tree.
      ...this.tree.withRelation(i, 'flat'),
    ]);
    return this.made.objects;
  }

  get doers(): readonly number[] {
    const { subjects, possessors } = this.frame;
    this.made.doers ??= [...subjects.flatMap((i) => [i, ...contentOf(this.tree, i)]), ...possessors];
    return this.made.doers;
  }

  get modifiers(): readonly number[] {
    const { modifiers, objects } = this.frame;
    this.made.modifiers ??= [
      ...modifiers,
      ...objects.flatMap((o) => this.tree.withRelation(o, 'amod', 'compound')),
    ];
    return this.made.modifiers;
  }
}

/** Whether a condition of the lexicon holds of a frame. */
export function holds(words: Words, condition: Condition): boolean {
  const { tree, frame } = words;
  const lemmaIn = (indices: readonly number[], lemmas: ReadonlySet<string> | undefined): boolean =>
    indices.some((i) => !lemmas || lemmas.has(tree.token(i).lemma) || lemmas.has(tree.token(i).lower));
  switch (condition.kind) {
    case 'object':
      return lemmaIn(words.objects, condition.lemmas);
    case 'subject': {
      const nation = condition.lemmas?.has('people') && words.doers.some((i) => isNation(tree, i));
      return nation || lemmaIn(words.doers, condition.lemmas);
    }
    case 'modifier':
      return lemmaIn(words.modifiers, condition.lemmas);
    case 'infinitive':
      return lemmaIn(frame.infinitives, condition.lemmas);
    case 'case':
      return condition.lemmas?.has(tree.caseOf(frame.index)) ?? false;
    case 'preposition':
      return obliquesBy(tree, frame, (p) => condition.prepositions.has(p)).some((i) =>
        lemmaIn([i], condition.lemmas),
      );
    case 'intransitive':
      return frame.objects.length === 0;
    case 'clause':
      return frame.clauses.length > 0;
    case 'gerund':
      return frame.gerunds.length > 0;
  }
}

/** "Egyptians" are people, whatever state they are of; the United States and the Safe Communities are none. */
function isNation(tree: Tree, index: number): boolean {
  const { xpos, lower } = tree.token(index);
  if (xpos !== 'NNPS' || inClass('pluralname', lower)) return false;
  return !tree
    .withRelation(index, 'amod', 'compound')
    .some(
      (child) =>
        /^\p{Lu}/u.test(tree.token(child).text) && !/^(?:north|south)$/.test(tree.token(child).lower),
    );
}
