import { inClass } from '../../code/index.js';
import { realityOf } from './roots.js';
import { codesOf } from './sides.js';
import type { AgreementEntry, AgreementStage, MaterialEntry, Story, Telling } from './types.js';
import { daysOf, voiceOf } from './voices.js';
import { likeness } from './wording.js';
import { wordsIn } from './words.js';

/** Likeness of names from which two stories are stages of one agreement of the same parties. */
const SAME_AGREEMENT = 0.45;

/** A story with its tellings. */
export interface ToldStory {
  readonly story: Story;
  readonly tellings: readonly Telling[];
}

/** The agreements that stories tell of, each through its stages, in the order of the stories. */
export function agreementEntries(stories: readonly ToldStory[]): AgreementEntry[] {
  const entries: { name: string; parties: string[]; stages: AgreementStage[] }[] = [];
  for (const told of stories) {
    const name = agreementName(told.tellings);
    if (!name) continue;
    const parties = partiesOf(told.tellings);
    const stage = stageOf(told);
    const entry = entries.find((e) => e.parties.join() === parties.join() && alike(e.name, name));
    if (!entry) entries.push({ name, parties, stages: [stage] });
    else {
      entry.stages.push(stage);
      if (name.length > entry.name.length) entry.name = name;
    }
  }
  return entries;
}

/** The longest object of the tellings that names an agreement; a sentence is no name. */
function agreementName(tellings: readonly Telling[]): string | undefined {
  const names = tellings
    .filter((t) => (t.root === 'SUPPORT' || t.root === 'AGREE') && realityOf(t.modality) !== 'denial')
    .flatMap((t) => (t.object ? [t.object.replace(/^(?:an?|the)\s+/i, '').replace(/\s+/g, ' ')] : []))
    .filter((name) => name.length <= 120 && words(name).some((word) => inClass('agreement', word)));
  return names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
}

function words(name: string): string[] {
  return wordsIn(name, [{ start: 0, end: name.length }]);
}

function alike(a: string, b: string): boolean {
  return likeness(words(a), words(b)).share >= SAME_AGREEMENT;
}

function partiesOf(tellings: readonly Telling[]): string[] {
  return [...codesOf(tellings.flatMap((t) => [...t.actors, ...t.recipients]))].sort();
}

function stageOf({ story, tellings }: ToldStory): AgreementStage {
  const all = new Set(tellings.flatMap((t) => t.words));
  const plan = tellings.every((t) => realityOf(t.modality) === 'plan');
  const force = all.has('force') && (all.has('enter') || all.has('come') || all.has('into'));
  const stage = plan
    ? 'planned'
    : all.has('ratify') || all.has('ratification')
      ? 'ratified'
      : force
        ? 'in force'
        : tellings.some((t) => t.root === 'SUPPORT')
          ? 'signed'
          : 'agreed';
  const place = tellings.find((t) => t.place)?.place?.name;
  return {
    stage,
    story: story.id,
    days: daysOf(tellings),
    ...(place ? { place } : {}),
    voices: tellings.map((t) => voiceOf(t)),
  };
}

/** The material act that a story tells of, with its figures as they were told over time; undefined where it is none. */
export function materialEntry({ story, tellings }: ToldStory): MaterialEntry | undefined {
  const deeds = tellings.filter((t) => realityOf(t.modality) !== 'denial');
  const kind = deeds.map(kindOf).find(Boolean);
  if (!kind || deeds.length === 0) return undefined;
  return {
    story: story.id,
    kind,
    from: [...codesOf(deeds.flatMap((t) => t.actors))].sort(),
    to: [...codesOf(deeds.flatMap((t) => t.recipients))].sort(),
    modality: deeds[0]!.modality,
    days: daysOf(deeds),
    figures: deeds.flatMap((t) => t.figures.map((figure) => ({ ...voiceOf(t, [figure.span]), figure }))),
    voices: deeds.map((t) => voiceOf(t)),
  };
}

function kindOf(telling: Telling): MaterialEntry['kind'] | undefined {
  const { root, figures } = telling;
  if (root === 'SANCTION') return 'sanctions';
  const given = telling.object ? words(telling.object) : telling.words;
  if (root === 'COOPERATE') return given.includes('trade') ? 'trade' : undefined;
  if (root !== 'AID') return undefined;
  if (figures.some((f) => f.kind === 'troops') || given.some((word) => inClass('troops', word)))
    return 'troops';
  if (figures.some((f) => f.kind === 'weapons') || given.some((word) => inClass('weapons', word)))
    return 'arms';
  return 'aid';
}
