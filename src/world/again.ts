import type { Token } from '../language/index.js';
import { behind } from './bare.js';
import { resolvePhrase } from './describe.js';
import { epithetOf } from './epithets.js';
import type { Focus } from './focus.js';
import { chunksOf } from './lexicon.js';
import type { Line, Run } from './runs.js';
import { headWithin } from './shapes.js';
import { actorOfState, isState, stateName } from './states.js';
import type { Told } from './told.js';
import type { Actor, Resolution } from './types.js';
import { wordsOf } from './words.js';

/** Two that were told: "both countries", "the two leaders". */
const PAIR =
  /^(?:countries|nations|states|sides|leaders|presidents|ministers|neighbou?rs|governments|allies|parties|powers|capitals|armies|militaries|navies|camps|rivals|adversaries|foes|enemies|partners|signatories|belligerents|republics|kingdoms|delegations)$/;
const PEOPLE = /^(?:leaders|presidents|ministers)$/;
/** Who may be an armed group, too. */
const ANY_PARTY =
  /^(?:sides?|parties|two|both|camps|rivals|adversaries|foes|enemies|belligerents|signatories)$/;
/** How somebody stands to whoever was told. */
const RELATION = /^(?:neighbou?r|rival|foe|adversary|enemy)$/;
const PRONOUN = /^(?:his|her|its|their)$/;

/** Reads phrases that call again whoever was told by what they are: "both sides", "the kingdom", "its neighbour". */
export class Again {
  constructor(
    private readonly told: Told,
    private readonly focus: Focus,
  ) {}

  /** Whether the phrase was one of these, and is a mention now. */
  read(line: Line, run: Run): boolean {
    return (
      this.pair(line, run) || this.epithet(line, run) || this.owned(line, run) || this.relation(line, run)
    );
  }

  /** "both countries", "the two leaders": two that were told, which is more than one mention can refer to. */
  private pair(line: Line, run: Run): boolean {
    const last = line.words[run.last - 1]!.key;
    if (!PAIR.test(last) && !/^(?:two|both|side)$/.test(last)) return false;
    const keys = line.words.slice(run.first, run.last).map((word) => word.key);
    const [first] = keys;
    const bare =
      keys.join(' ') === 'the two' ||
      (keys.length === 1 && /^(?:both|each)$/.test(first!) && this.isAlone(line, run));
    const each = keys.join(' ') === 'each side' || keys.join(' ') === 'either side';
    const said =
      PAIR.test(last) &&
      (keys.includes('two') ||
        first === 'both' ||
        /^(?:their|sides)$/.test(first!) ||
        /^(?:the|its|their) (?:neighbou?rs|sides)$/.test(keys.join(' ')));
    const loose = /^the (?:leaders|presidents|ministers)$/.test(keys.join(' '));
    if (!said && !bare && !each && !loose) return false;
    if (line.words[run.last]?.key === 'of' || this.namesState(line, run)) return false;
    const token = line.tokens[run.last - 1]!;
    const candidates = this.two(line, token, last, PRONOUN.test(first!), loose);
    if (loose && candidates.length !== 2) return false;
    const resolution =
      candidates.length === 2
        ? {
            candidates,
            together: candidates,
            reason: `both ${candidates.map((actor) => actor.name).join(' and ')}`,
          }
        : { candidates, reason: 'it cannot be told which two' };
    this.told.add(line, run.first, run.last, resolution, 'description');
    return true;
  }

  /** "invited both", "each blamed the other". */
  pronoun(line: Line, token: Token): void {
    // "Each has met several times": of whatever was told.
    if (token.lower === 'each' && !line.words.some(({ key }) => key === 'other')) return;
    const candidates = this.two(line, token, 'two', false, false);
    if (candidates.length !== 2 || !/^(?:nsubj|obj|iobj|obl)/.test(token.deprel)) return;
    const reason = `both ${candidates.map((actor) => actor.name).join(' and ')}`;
    const resolution = { candidates, together: candidates, reason };
    this.told.push(token.start, token.end, token.sentence, resolution, 'pronoun');
  }

  /** "both" for somebody, and not the first half of "both … and". */
  private isAlone(line: Line, run: Run): boolean {
    const { deprel } = line.tokens[run.first]!;
    return (
      /^(?:nsubj|obj|iobj|obl)/.test(deprel) &&
      !line.words.slice(run.last, run.last + 6).some((w) => w.key === 'and')
    );
  }

  private namesState(line: Line, run: Run): boolean {
    return line.chunks.some(
      (chunk) =>
        chunk.first >= run.first && chunk.last < run.last && chunk.entries.some((e) => e.kind === 'state'),
    );
  }

  private two(line: Line, token: Token, noun: string, owned: boolean, loose: boolean): Actor[] {
    const without = this.doers(line, token);
    const owner = owned ? this.ownerCode() : undefined;
    if (owner) without.add(owner);
    const fits = (both: readonly Actor[]): boolean =>
      both.length === 2 && !both.some(({ code }) => without.has(code));
    if (PEOPLE.test(noun)) return this.twoPeople(token, loose, fits);
    const states = (both: readonly Actor[]): Actor[] =>
      both.map((actor) => actorOfState(actor.code) ?? actor);
    const told = [this.focus.together(token), this.focus.leadPair(token)].find(fits);
    if (told) return states(told);
    const sides = this.focus.sides(!ANY_PARTY.test(noun), without);
    if (sides.length === 2) return sides;
    const near = this.told.memory.two(token, false).flatMap((at) => {
      const code = this.told.out[at]!.resolution.actor?.code ?? '';
      return without.has(code) ? [] : (actorOfState(code) ?? []);
    });
    return near.length === 2 ? near : [];
  }

  /** "the two leaders": two who did something with each other, were named, or lead the two states of the report. */
  private twoPeople(token: Token, loose: boolean, fits: (both: readonly Actor[]) => boolean): Actor[] {
    const { focus, told } = this;
    const named = told.memory.two(token, true).flatMap((at) => told.out[at]!.resolution.actor ?? []);
    const persons = [focus.dyad(token), named, focus.leadDyad(token)].find(fits);
    if (persons)
      return persons.map((actor) => (actor.kind === 'person' ? actor : (actorOfState(actor.code) ?? actor)));
    const joined = loose ? [] : focus.together(token);
    if (loose && !token.deprel.startsWith('nsubj')) return [];
    const states = fits(joined) ? joined : focus.sides(true, new Set(), loose);
    return states.flatMap(({ code }) => actorOfState(code) ?? []);
  }

  /** The states that do something in the sentence, where the two are those to whom it is done. */
  private doers(line: Line, token: Token): Set<string> {
    const codes = new Set<string>();
    if (token.deprel.startsWith('nsubj')) return codes;
    const { out, document } = this.told;
    for (const i of this.told.of(line.sentence.index)) {
      const { actor } = out[i]!.resolution;
      if (!actor || !isState(actor.code) || actor.sectors.some((s) => s !== 'GOV' && s !== 'MIL')) continue;
      if (headWithin(document, out[i]!).deprel.startsWith('nsubj')) codes.add(actor.code);
    }
    return codes;
  }

  /** "the kingdom", "the bloc", "the guerrillas". */
  private epithet(line: Line, run: Run): boolean {
    const { words } = line;
    const epithet = epithetOf(words, run.first, run.last);
    if (!epithet || behind(line, run) === 'of' || words[run.last - 1]!.possessive) return false;
    // "the Russian Federation" is a name.
    if (line.over[run.last - 1]?.entries.some(({ kind }) => kind !== 'agent')) return false;
    const token = line.tokens[run.last - 1]!;
    const actor = this.focus.meant(epithet, line, token);
    if (!actor) return false;
    this.add(line, run, actor, `“${this.text(line, run)}” said of ${actor.name}, told before`);
    return true;
  }

  /** "the island's government", "the group's leader". */
  private owned(line: Line, run: Run): boolean {
    const { words } = line;
    for (let i = run.first + 1; i < run.last - 1; i++) {
      if (!words[i]!.possessive) continue;
      const epithet = epithetOf(words, run.first, i + 1);
      const actor = epithet && this.focus.meant(epithet, line, line.tokens[i]!);
      if (!actor) return false;
      const name = isState(actor.code) && actor.kind === 'state' ? stateName(actor.code) : actor.name;
      const rest = words.slice(i + 1, run.last).map((word) => (word.hyphen ? '-' : ' ') + word.text);
      const whole = wordsOf(`${name}'s${rest.join('')}`);
      const resolution = resolvePhrase(whole, chunksOf(whole), 0, whole.length, this.told.context);
      if (!resolution.actor || resolution.actor.kind === 'state') return false;
      this.add(line, run, resolution.actor, `${resolution.reason}, as “${this.text(line, run)}”`, resolution);
      return true;
    }
    return false;
  }

  /** "its neighbour", "the ally": the other side of whoever has one. */
  private relation(line: Line, run: Run): boolean {
    const { words } = line;
    const [first, last] = [words[run.first]!, words[run.last - 1]!];
    if (!RELATION.test(last.key) || last.possessive || behind(line, run) === 'of') return false;
    if (words[run.last]?.comma && words[run.last]!.capital) return false;
    const owner = PRONOUN.test(first.key) ? this.ownerCode() : first.key === 'the' ? '' : undefined;
    if (owner === undefined) return false;
    const token = line.tokens[run.last - 1]!;
    const [doer] = this.doers(line, token);
    const code = owner || doer;
    const other = code ? this.focus.otherThan(code, token) : undefined;
    if (!other) return false;
    this.add(line, run, other, `“${this.text(line, run)}” said of ${other.name}, the other side told before`);
    return true;
  }

  /** The state of whom the pronoun just read is said. */
  private ownerCode(): string | undefined {
    const pronoun = this.told.out[this.told.out.length - 1];
    const code = pronoun?.form === 'pronoun' ? pronoun.resolution.actor?.code : undefined;
    return code && isState(code) ? code : undefined;
  }

  private text(line: Line, run: Run): string {
    return this.told.document.report.text.slice(line.words[run.first]!.start, line.words[run.last - 1]!.end);
  }

  private add(line: Line, run: Run, actor: Actor, reason: string, from?: Resolution): void {
    const resolution = { actor, candidates: from?.candidates ?? [actor], reason };
    const at = this.told.add(line, run.first, run.last, resolution, 'description');
    this.told.note(line, at, run.last - 1);
  }
}
