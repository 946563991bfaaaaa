import type { Token } from '../language/index.js';
import { genericActor } from './actors.js';
import { resolvePhrase } from './describe.js';
import type { Inner } from './inner.js';
import { chunksOf, type Entry } from './lexicon.js';
import { resolveName } from './names.js';
import type { Line, Run } from './runs.js';
import { Several } from './several.js';
import { isState, stateName } from './states.js';
import { listOf } from './tables.js';
import type { Told } from './told.js';
import type { Actor, Resolution } from './types.js';
import { wordsOf } from './words.js';

const PERSONAL = /^(?:he|she|him|her|his|himself|herself)$/;
const THING = /^(?:it|its|itself)$/;
const THEY = /^(?:they|their|them)$/;

/** Finds to whom short names, descriptions and pronouns come back. */
export class Refer {
  private readonly several: Several;

  constructor(
    private readonly told: Told,
    private readonly inner: Inner,
  ) {
    this.several = new Several(told);
  }

  /** "Kim" after "Kim Jong-un", "the SHY" after "Society of Honest Youths (SHY)". */
  recall(line: Line, from: number, run: Run): number | undefined {
    let first = from;
    for (; first < run.last; first++) {
      if (!line.words[first]!.capital) continue;
      const chunk = line.over[first];
      if (chunk && chunk.first < first) continue;
      if (chunk?.entries.some((entry) => entry.kind !== 'person' && entry.kind !== 'place')) continue;
      const found = this.told.memory.named(line.words.slice(first, run.last).map((word) => word.key));
      if (found === undefined) continue;
      const { resolution } = this.told.out[found]!;
      const before = this.titleState(line, from, first);
      if (before && resolution.actor && before !== resolution.actor.code) return undefined;
      const at = this.told.add(line, from, run.last, resolution, 'name');
      this.told.out[at]!.refersTo = found;
      this.told.note(line, at, run.last - 1);
      this.inner.read(line, from, first, at);
      return at;
    }
    return undefined;
  }

  titleState(line: Line, from: number, to: number): string | undefined {
    for (const chunk of line.chunks) {
      if (chunk.first < from || chunk.last > to) continue;
      const states = chunk.entries.filter((entry) => entry.kind === 'state');
      const actor = states.length > 0 ? resolveName(states, this.told.context).actor : undefined;
      if (actor) return actor.code;
    }
    return undefined;
  }

  /** "the president", "the ministry": whoever was told before by that office or noun. */
  comeBack(line: Line, run: Run, entries: readonly Entry[], noun: string): number | undefined {
    const word = line.words[run.first]!.key;
    if (!/^(?:the|that|this|his|her|their|its|these|those)$/.test(word)) return undefined;
    // "the 27 member states" are those of the union, and not the state told before.
    if (line.words[run.last - 2]?.key === 'member') return undefined;
    const agent = entries.find((entry) => entry.kind === 'agent')!;
    const own = this.ownedBy(line, run);
    if (own !== undefined) return own;
    const offices = widened(listOf(agent.row.office), noun);
    const sentence = line.sentence.index;
    const found =
      offices.length > 0 && agent.form !== 'plural'
        ? this.told.memory.byOffice(offices, noun, sentence, new Set(line.words.map(({ key }) => key)))
        : this.told.memory.byNoun(noun, sentence);
    if (found === undefined) return undefined;
    const { actor, candidates } = this.told.out[found]!.resolution;
    const resolution: Resolution = {
      ...(actor ? { actor } : {}),
      candidates,
      reason: `“${this.told.out[found]!.text}” told before`,
    };
    const at = this.told.add(line, run.first, run.last, resolution, 'description');
    this.told.out[at]!.refersTo = found;
    this.told.note(line, at, run.last - 1);
    return at;
  }

  /** "his foreign ministry": that of the state for which the person before stands. */
  private ownedBy(line: Line, run: Run): number | undefined {
    const owner = line.tokens[run.first]!;
    const { out } = this.told;
    const pronoun = out[out.length - 1];
    if (owner.deprel !== 'nmod:poss' || pronoun?.start !== owner.start || pronoun.form !== 'pronoun')
      return undefined;
    const code = pronoun.resolution.actor?.code ?? '';
    if (!isState(code)) return undefined;
    const rest = line.words.slice(run.first + 1, run.last);
    // "his counterpart" is of another state than he is.
    if (/^counterparts?$/.test(rest[rest.length - 1]?.key ?? '')) return undefined;
    const said = rest.map((word) => (word.hyphen ? '-' : ' ') + word.text).join('');
    const words = wordsOf(`${stateName(code)}'s${said}`);
    const resolution = resolvePhrase(words, chunksOf(words), 0, words.length, this.told.context);
    if (!resolution.actor || resolution.actor.kind === 'state') return undefined;
    const whose = pronoun.resolution.actor!;
    const own = isApart(whose) && /^(?:person|generic)$/.test(resolution.actor.kind);
    const found = own ? memberOf(whose, resolution) : resolution;
    const at = this.told.add(line, run.first, run.last, found, 'description');
    this.told.note(line, at, run.last - 1);
    return at;
  }

  /** "They" for two who did something with each other. */
  private both(token: Token): boolean {
    const together = this.several.two(token);
    if (together.length !== 2) return false;
    const reason = `“${token.text}” refers to ${together.map(({ name }) => name).join(' and ')}`;
    this.told.push(
      token.start,
      token.end,
      token.sentence,
      { candidates: together, together, reason },
      'pronoun',
    );
    return true;
  }

  pronoun(token: Token): void {
    const { lower } = token;
    let to: number | undefined;
    if (PERSONAL.test(lower)) to = this.told.memory.person(token);
    else if (THING.test(lower)) {
      to = this.told.memory.thing(token);
      if (to === undefined) return;
    } else if (THEY.test(lower)) {
      if (this.both(token)) return;
      to = this.several.antecedent(token);
    } else return;
    const resolution: Resolution =
      to === undefined
        ? { candidates: [], reason: `“${token.text}” refers to nobody that can be told` }
        : {
            ...this.told.out[to]!.resolution,
            reason: `“${token.text}” refers to “${this.told.out[to]!.text}”`,
          };
    const at = this.told.push(token.start, token.end, token.sentence, resolution, 'pronoun');
    if (to !== undefined) {
      this.told.out[at]!.refersTo = to;
      this.told.memory.note(at, token, []);
    }
  }
}

/** Whether somebody is of a state and no office of it: the opposition, rebels, a union. */
const isApart = ({ kind, sectors }: Actor): boolean =>
  (kind === 'generic' || kind === 'group') &&
  sectors.some((sector) => /^(?:OPP|REB|UAF|PRM|LAB|PTY)$/.test(sector));

/** "Its leader" of the opposition: one of it, and not the leader of its state. */
function memberOf({ code, sectors, name, fact }: Actor, { reason }: Resolution): Resolution {
  const actor = genericActor(code, sectors, `one of ${name}`, fact);
  return { actor, candidates: [actor], reason };
}

const MINISTERS = [
  'foreign_minister',
  'defence_minister',
  'interior_minister',
  'finance_minister',
  'other_minister',
];
const LEADERS = [
  'supreme_leader',
  'head_of_state',
  'head_of_government',
  'monarch',
  'group_leader',
  'org_head',
];

/** Offices that a looser noun may mean: any minister, any leader. */
function widened(offices: readonly string[], noun: string): readonly string[] {
  if (noun === 'minister') return MINISTERS;
  return offices.flatMap((office) => (office === 'leader' ? LEADERS : [office]));
}
