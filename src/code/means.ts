import { type Frame, frameOf } from './frame.js';
import { inClass } from './lexicon.js';
import { obliquesBy } from './match.js';
import type { Slots } from './slots.js';
import type { Tree } from './tree.js';
import type { Party } from './types.js';

const WEAPON_CLASSES = ['weapons', 'attack'] as const;
/** Prepositions of the attack in which somebody is hit. */
export const CAUSE: ReadonlySet<string> = new Set(['in', 'by', 'during', 'after', 'from', 'following']);

/** Whether a noun is of a weapon or an attack: what acts, though it is nobody. */
export const isWeapon = (lemma: string): boolean => WEAPON_CLASSES.some((name) => inClass(name, lemma));

/** Finds who stands behind the attack, the weapon or the paper that an act is told of, and whom it was on. */
export class Means {
  constructor(
    private readonly tree: Tree,
    private readonly named: Slots,
  ) {}

  /** "A rocket launched from Mali killed a villager": whoever holds the place that a weapon came from. */
  actorsOfWeapon(frame: Frame): Party[] {
    return frame.subjects
      .filter((subject) => isWeapon(this.tree.token(subject).lemma))
      .flatMap((weapon) => this.tree.withRelation(weapon, 'acl'))
      .flatMap((sent) => this.tree.withRelation(sent, 'obl', 'obl:agent'))
      .filter((origin) => /^(?:from|by)$/.test(this.tree.caseOf(origin)))
      .flatMap((origin) => this.named.known([origin], 'own'));
  }

  /** "killed in an Israeli strike": whoever the strike is of did it. */
  actorsOfAttack(frame: Frame): Party[] {
    for (const index of this.causesOf(frame)) {
      const attack = frameOf(this.tree, index);
      const by = attack ? obliquesBy(this.tree, attack, (preposition) => preposition === 'by') : [];
      const found = attack ? this.named.known([...attack.possessors, ...by], 'own') : [];
      if (found.length > 0) return found;
    }
    return [];
  }

  /** "A strike on Lebanon killed 19", "killed in a strike on Lebanon": whom the attack was on. */
  recipientsOfAttack(frame: Frame): Party[] {
    const subjects = frame.subjects.filter((i) => inClass('attack', this.tree.token(i).lemma));
    for (const index of [...subjects, ...this.causesOf(frame)]) {
      const on =
        frameOf(this.tree, index)?.obliques.filter((o) => /^(?:on|against|at)$/.test(o.preposition)) ?? [];
      const found = this.named.known(
        on.map((o) => o.index),
        'any',
      );
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The attacks in which somebody is hit, told with the verb or one joined to it: "two were killed and five injured in a raid". */
  private causesOf(frame: Frame): number[] {
    const attacks = ({ obliques }: Frame): number[] =>
      obliques
        .filter(
          ({ preposition, index }) =>
            CAUSE.has(preposition) && inClass('attack', this.tree.token(index).lemma),
        )
        .map(({ index }) => index);
    const own = attacks(frame);
    if (own.length > 0 || !frame.passive) return own;
    return this.tree.withRelation(frame.index, 'conj').flatMap((verb) => {
      const other = frameOf(this.tree, verb);
      return other?.passive ? attacks(other) : [];
    });
  }

  /**
   * "The army completed an operation that killed 40 rebels", "claimed responsibility for the bomb that killed ten", "tabled a bill
   * that would ban imports": whoever did or wrote it did what it does.
   */
  actorsOfDeed(frame: Frame): Party[] {
    for (const subject of frame.subjects) {
      const { lemma } = this.tree.token(subject);
      const deed = isWeapon(lemma);
      if (!deed && !inClass('message', lemma)) continue;
      const claimed = this.tree.is(subject, 'nmod') ? this.tree.head(subject) : -1;
      const owned = claimed >= 0 && this.tree.token(claimed).lemma === 'responsibility' ? claimed : subject;
      const verb = this.tree.head(owned);
      if (verb < 0 || verb === frame.index || !this.tree.is(owned, 'obj')) continue;
      if (deed && inClass('weapons', lemma) && owned === subject) continue;
      const found = this.named.known(frameOf(this.tree, verb)?.subjects ?? [], 'own');
      if (found.length > 0) return found;
    }
    return [];
  }
}
