import { listOf, rowsOf } from './tables.js';
import { keysOf, type Word } from './words.js';

/** By what reports call somebody again whom they have named: "the kingdom", "the bloc", "the guerrillas". */
export interface Epithet {
  readonly kind: 'state' | 'org' | 'group' | 'rebels';
  /** Of whom it can be said; of anybody of the kind where empty. */
  readonly codes: ReadonlySet<string>;
  /** Words that it has. */
  readonly length: number;
}

/** Who is set apart from whoever was told: "another Gulf state", "the first Baltic country". */
const APART =
  /^(?:other|another|neighbou?ring|first|second|third|only|last|every|each|any|no|new|fellow|certain|same|some|two|three|both|host|most)$/;
/** What may stand before "country", which says little by itself. */
const PLAIN =
  /^(?:the|this|its|impoverished|poor|war|torn|small|tiny|divided|crisis|hit|isolated|reclusive|troubled|vast|whole|entire|ravaged)$/;
/** Most words of an epithet. */
const LONGEST = 4;

let epithets: Map<string, Epithet> | undefined;

function table(): Map<string, Epithet> {
  epithets ??= new Map(
    rowsOf('epithets').map((row) => {
      const keys = keysOf(row.noun!);
      const kind = row.kind as Epithet['kind'];
      return [keys.join(' '), { kind, codes: new Set(listOf(row.codes)), length: keys.length }];
    }),
  );
  return epithets;
}

/** The epithet that a phrase with "the" ends in; undefined where it has none, or is said of somebody else. */
export function epithetOf(words: readonly Word[], first: number, last: number): Epithet | undefined {
  if (!/^(?:the|this)$/.test(words[first]!.key) || last - first < 2) return undefined;
  for (let from = Math.max(first + 1, last - LONGEST); from < last; from++) {
    const keys = words.slice(from, last).map(({ key }) => key);
    const epithet = table().get(keys.join(' '));
    if (!epithet) continue;
    const before = words.slice(first, from);
    if (before.some(({ key }) => APART.test(key))) return undefined;
    const open = epithet.kind === 'state' && epithet.codes.size === 0;
    return open && !before.every(({ key }) => PLAIN.test(key)) ? undefined : epithet;
  }
  return undefined;
}
