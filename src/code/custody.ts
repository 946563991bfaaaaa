import { kindOfHead } from '../language/index.js';
import { actorOfState, genericActor } from '../world/index.js';
import type { Frame } from './frame.js';
import type { Parties } from './parties.js';
import type { Tree } from './tree.js';
import type { Event, Party, Root } from './types.js';

/** What only the authorities of a place do to people: "46 people were arrested in Santiago". */
const ARRESTED =
  /^(?:arrest|detain|jail|imprison|sentence|convict|indict|remand|charge|prosecute|fine|deport|court-martial|incarcerate|round up|pick up)$/;
/** What whoever holds somebody does. */
const RELEASED = /^(?:release|free|let go|set free|let out|bail|ransom|acquit|pardon|discharge)$/;
/** Sentences for which it holds who took somebody. */
const REACH = 6;

/** Who takes and frees people where nobody is said to: "She was detained at the airport", "They were released". */
export class Custody {
  private holders: readonly Party[] = [];
  private sentence = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly tree: Tree,
    private readonly parties: Parties,
  ) {}

  /** Remembers who took somebody. */
  note({ root, actors, modality }: Event, index: number): void {
    if (root !== 'COERCE' || !/^(?:done|ongoing|historical)$/.test(modality)) return;
    this.holders = actors;
    this.sentence = this.tree.token(index).sentence;
  }

  /** Who does what a passive tells of somebody taken or freed; `there` is the state of its place. */
  doers(frame: Frame, root: Root, there: Party | undefined): Party[] {
    if (!frame.passive || !frame.objects.some((index) => this.isSomebody(index))) return [];
    if (root === 'RETREAT' && RELEASED.test(frame.lemma)) {
      const { sentence } = this.tree.token(frame.index);
      return sentence - this.sentence <= REACH ? [...this.holders] : [];
    }
    if ((root !== 'COERCE' && root !== 'SANCTION') || !ARRESTED.test(frame.lemma)) return [];
    const place = there ?? this.atHome(frame);
    const state = place?.actor && actorOfState(place.actor.code);
    return place && state
      ? [{ ...place, actor: genericActor(state.code, ['GOV'], `authorities of ${state.name}`, state.fact) }]
      : [];
  }

  private isSomebody(index: number): boolean {
    const token = this.tree.token(index);
    return (
      this.parties.mentionAt(index) !== undefined ||
      token.pos === 'NUM' ||
      kindOfHead(this.tree.document, token) === 'person'
    );
  }

  /** The home of the report, where the sentence names no other state. */
  private atHome(frame: Frame): Party | undefined {
    const home = this.parties.home();
    if (!home) return undefined;
    const { first, last } = this.tree.document.sentences[this.tree.token(frame.index).sentence]!;
    const abroad = this.parties.headsIn(first, last).some(([index]) => {
      const code = this.parties.partyAt(index, 'none')?.actor?.code;
      return code !== undefined && code !== home.actor?.code && actorOfState(code) !== undefined;
    });
    return abroad ? undefined : home;
  }
}
