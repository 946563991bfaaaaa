import type { Token } from '../language/index.js';
import type { Focus } from './focus.js';
import { type Home, isAbroad, servesState } from './home.js';
import type { Line, Run } from './runs.js';
import { headWithin } from './shapes.js';
import { isState } from './states.js';
import type { Told } from './told.js';
import type { Resolution } from './types.js';

/** Verbs of those who move forces of their own. */
const SENDING =
  /^(?:send|deploy|dispatch|move|mass|station|withdraw|pull|recall|redeploy|reinforce|rush|fly|base|keep|amass|commit|mobili[sz]e)$/;
/** Verbs of which "of" says with what somebody is charged, or of what they are told. */
const CHARGING = /^(?:accuse|suspect|convict|acquit|warn|inform|assure|remind|notify|deprive|strip|rob|rid)$/;
/** Mentions among which whoever speaks first is. */
const OPENING = 6;
/** The prepositions behind a noun that say whose it is. */
const OWNING = /^(?:in|of|from|for|on|at)$/;

/** Finds the state of those whom no words say of which state they are: "the army", "soldiers", "Prime Minister Moyo". */
export class Bare {
  constructor(
    private readonly told: Told,
    private readonly home: Home | undefined,
    private readonly focus: Focus,
  ) {}

  /** The state of a bare body or of people, by the words around or the report as a whole. */
  stateOf(line: Line, run: Run, resolution: Resolution, head: Token): Home | undefined {
    const [somebody] = resolution.candidates;
    const forces = somebody?.sectors.includes('MIL');
    return (
      (forces ? (this.sender(head) ?? this.lastForces(line, run, head)) : undefined) ??
      this.whereTold(line, run, resolution)
    );
  }

  /** The state of a minister of no named state: the home, where no other is named before. */
  stateOfTitled(line: Line, run: Run, resolution: Resolution): Home | undefined {
    const home = this.whereTold(line, run, resolution) ?? this.issuer();
    const before = line.chunks.filter((chunk) => chunk.last <= run.first);
    return isAbroad(before, home, this.told.context) ? undefined : home;
  }

  /** The state of whoever speaks first in a statement without a dateline: its ministers are named without it. */
  private issuer(): Home | undefined {
    if (this.told.document.report.dateline?.place) return undefined;
    const first = this.told.out.slice(0, OPENING).find(({ resolution }) => resolution.actor);
    const { actor } = first?.resolution ?? {};
    const speaks = actor?.kind === 'person' && actor.sectors.includes('GOV') && isState(actor.code);
    return speaks ? { code: actor.code, reason: 'of the state that speaks first' } : undefined;
  }

  /** The home of the report; of bare bodies ("the government") else the only state that the paragraph tells of. */
  private whereTold(line: Line, run: Run, { candidates }: Resolution): Home | undefined {
    if (this.home) return this.home;
    const [somebody] = candidates;
    if (!this.told.document.report.dateline?.place) return undefined;
    if (!somebody || !(servesState(somebody) || somebody.sectors.includes('OPP'))) return undefined;
    const code = this.focus.scene(line, line.words[run.first]!.start);
    return code ? { code, reason: 'of the only state that the paragraph tells of' } : undefined;
  }

  /** "accused Togo of sending soldiers": those of whoever sends them. */
  private sender(head: Token): Home | undefined {
    const { tokens } = this.told.document;
    const verb = tokens[head.head];
    if (!/^obj/.test(head.deprel) || !verb || !SENDING.test(verb.lemma)) return undefined;
    const above = /^(?:advcl|xcomp)/.test(verb.deprel) ? tokens[verb.head] : undefined;
    const found =
      this.stateWith(
        head.sentence,
        (token) => token.head === verb.index && token.deprel.startsWith('nsubj'),
      ) ??
      (above &&
        this.stateWith(head.sentence, (token) => token.head === above.index && /^obj/.test(token.deprel))) ??
      (above &&
        this.stateWith(
          head.sentence,
          (token) => token.head === above.index && token.deprel.startsWith('nsubj'),
        ));
    return found ? { code: found, reason: 'of whoever sends them' } : undefined;
  }

  /** "Malian jets bombed the town. The army said": the forces of which the last sentence tells. */
  private lastForces(line: Line, run: Run, head: Token): Home | undefined {
    if (line.words[run.first]!.key !== 'the' || line.sentence.index === 0) return undefined;
    const code = this.stateWith(
      head.sentence - 1,
      (token) => token.deprel.startsWith('nsubj') && (this.told.document.tokens[token.head]?.head ?? 0) < 0,
      true,
    );
    return code ? { code, reason: 'of the forces told of before' } : undefined;
  }

  private stateWith(sentence: number, fits: (token: Token) => boolean, forces = false): string | undefined {
    const { out, document } = this.told;
    for (const at of this.told.of(sentence)) {
      const { actor } = out[at]!.resolution;
      if (out[at]!.inside !== undefined || !actor || !isState(actor.code)) continue;
      if (forces && !actor.sectors.includes('MIL')) continue;
      if (fits(headWithin(document, out[at]!))) return actor.code;
    }
    return undefined;
  }
}

/** The word behind a phrase, where it may say whose it is; not the "of" of its verb: "accused the government of lying". */
export function behind(line: Line, run: Run): string | undefined {
  const word = line.words[run.last];
  if (!word || !OWNING.test(word.key)) return word?.key;
  const preposition = line.tokens[run.last]!;
  const head = line.tokens[run.last - 1]!;
  const verb = line.tokens.find((token) => token.index === preposition.head);
  const governor = line.tokens.find((token) => token.index === head.head);
  if (word.key === 'of' && head.deprel === 'obj' && CHARGING.test(governor?.lemma ?? '')) return undefined;
  const ofVerb =
    head.deprel === 'obj' &&
    word.key !== 'in' &&
    verb !== undefined &&
    (verb.head === head.head || (preposition.deprel === 'mark' && verb.pos === 'VERB'));
  return ofVerb ? undefined : word.key;
}
