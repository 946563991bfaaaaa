import { analyse } from '../language/index.js';
import { reportFromText } from '../read/index.js';
import { findMentions } from './mentions.js';
import { readingsOf } from './names.js';
import { world } from './tables.js';
import type { Actor, Mention, Resolution, WhoOptions } from './types.js';

/** Who an expression means at a date: "four Saudi soldiers", "the Russian foreign minister", "Mr. Kim". */
export function who(text: string, options: WhoOptions = {}): Resolution {
  const clean = text.trim().replace(/\s+/g, ' ');
  if (clean === '') return { candidates: [], reason: 'nothing asked' };
  const mentions = findMentions(analyse(asProse(clean)), options);
  const outer = mentions.filter((m) => m.inside === undefined && m.form !== 'pronoun');
  const best =
    outer.find((m) => m.resolution.actor && m.resolution.actor.code && covers(m, clean)) ??
    outer.sort((a, b) => known(b) - known(a) || length(b) - length(a))[0];
  return best?.resolution ?? { candidates: [], reason: `nothing known is named in “${clean}”` };
}

function asProse(text: string): ReturnType<typeof reportFromText> {
  const report = reportFromText(text, {});
  return { ...report, parts: [{ kind: 'paragraph', span: { start: 0, end: report.text.length } }] };
}

const length = (m: Mention): number => m.end - m.start;
const known = (m: Mention): number => (m.resolution.actor ? 1 : 0);
const covers = (m: Mention, text: string): boolean => length(m) >= text.replace(/^(?:the|an?) /i, '').length;

/** The state with an ISO 3166 alpha-3 code, as an actor. */
export function actorOfState(code: string): Actor | undefined {
  const state = world().states.get(code);
  if (!state) return undefined;
  const fact = { file: 'world/states.tsv', row: code, source: state.source ?? '' };
  return {
    id: `state:${code}`,
    kind: 'state',
    code,
    sectors: [],
    name: state.name!,
    fact,
    ...(state.wikidata ? { wikidata: state.wikidata } : {}),
  };
}

/** The short name of a state as news writes it. */
export function stateName(code: string): string | undefined {
  return world().states.get(code)?.name;
}

/** The news agency or outlet of a name, if it is a known one. */
export function outletOf(name: string): Actor | undefined {
  return readingsOf(name).find((r) => r.type === 'outlet')?.actor;
}
