import { type Claim, fold } from './offices-upstream.js';
import { additions, list, type Row } from './table.js';

interface Person {
  readonly id: string;
  name: string;
  rank: number;
  readonly names: Set<string>;
  readonly family: Set<string>;
  gender: string;
  /** Wikidata's key where the id is not it. */
  wikidata: string;
  readonly states: Set<string>;
  readonly sources: Set<string>;
  /** Short forms are set by hand. */
  fixed: boolean;
}

const PARTICLE = /^(al|el|van|von|de|da|di|dos|bin|ben|ibn|le|la|der|den|del|ould|abu|ter|st|san|dos|du)$/i;
/** Names that kings of several states bear. */
const REGNAL = /^\S+(?: [IVX]+)?$/;
const RANK = /^(king|queen|prince|sheikh|emperor|mullah|pope|sayyed|ayatollah|daw)$/;
/** Where family names are few, or one house holds the offices: only spellings of the whole name are the same person. */
const STRICT = new Set('CHN TWN HKG KOR PRK VNM KHM LAO MMR KWT QAT BHR ARE SAU OMN'.split(' '));

/** Long vowels and dots below, which news in English leaves out. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0304\u0323\u0331\u0306]/g, '')
    .replace(/[ʿʾ]/g, '')
    .normalize('NFC');
const ascii = (text: string): string =>
  text
    .replace(/[łŁ]/g, (l) => (l === 'ł' ? 'l' : 'L'))
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/ı/g, 'i')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');

/** Everybody who held an office, told apart by Wikidata's key or by name and state. */
export class Persons {
  readonly #people = new Map<string, Person>();
  readonly #byName = new Map<string, Set<string>>();
  readonly #byState = new Map<string, Set<string>>();
  readonly #given = new Map(
    additions('offices-given-names').flatMap((row) =>
      list(row.names).map((name): [string, string] => [name, row.gender!]),
    ),
  );
  readonly #spelled = new Map<string, string>();
  readonly #byStart = new Map<string, string>();
  readonly #short = new Map(additions('offices-families').map((row) => [row.state!, row.short!]));

  constructor() {
    for (const row of additions('offices-persons')) this.#seed(row);
    for (const row of additions('offices-spellings')) this.#spelled.set(fold(row.alias!), row.name!);
  }

  #seed(row: Row): void {
    const id = row.wikidata || slug(row.name!);
    const person = this.#make(id, row.name!, 0, row.source || 'public record');
    for (const alias of list(row.aliases)) this.#name(person, alias);
    for (const family of list(row.family)) person.family.add(family);
    person.fixed = person.family.size > 0;
    person.gender = row.gender ?? '';
  }

  #make(id: string, name: string, rank: number, source: string): Person {
    const person: Person = {
      id,
      name,
      rank,
      names: new Set(),
      family: new Set(),
      gender: '',
      wikidata: '',
      states: new Set(),
      sources: new Set([source]),
      fixed: false,
    };
    this.#people.set(id, person);
    this.#name(person, name);
    return person;
  }

  #name(person: Person, name: string): void {
    person.names.add(name);
    const key = fold(name);
    const ids = this.#byName.get(key) ?? new Set();
    this.#byName.set(key, ids.add(person.id));
  }

  /** The person a claim names: by Wikidata's key, by the name, or by a near spelling within the same state. */
  of(claim: Claim): string {
    const usual = this.#spelled.get(fold(claim.name));
    if (usual) return this.of({ ...claim, name: usual, family: '' });
    const named = [...(this.#byName.get(fold(claim.name)) ?? [])];
    const here = named.filter((id) => this.#people.get(id)!.states.has(claim.state));
    const keyed = claim.wikidata && this.#people.has(claim.wikidata) ? claim.wikidata : '';
    const seeded = named.find(
      (id) => this.#people.get(id)!.rank === 0 && (!/^Q\d/.test(id) || id === claim.wikidata),
    );
    const id =
      keyed ||
      (claim.wikidata
        ? seeded
        : here[0] ||
          (named.length === 1 && (!REGNAL.test(claim.name) || !this.#people.get(named[0]!)!.states.size)
            ? named[0]
            : '')) ||
      (claim.rank !== 1
        ? this.#near(claim) || this.#began(claim) || (claim.rank === 4 ? this.#surnamed(claim) : '')
        : '');
    const person = id
      ? this.#people.get(id)!
      : this.#make(
          claim.wikidata || this.#free(slug(claim.name)),
          plain(claim.name),
          claim.rank,
          claim.source,
        );
    if (named.includes(person.id)) person.wikidata ||= claim.wikidata;
    this.#learn(person, claim);
    return person.id;
  }

  #free(id: string): string {
    let key = id;
    for (let i = 2; this.#people.has(key); i++) key = `${id}-${i}`;
    return key;
  }

  #learn(person: Person, claim: Claim): void {
    this.#name(person, claim.name);
    if (claim.family && claim.family !== claim.name && !person.fixed) {
      person.family.add(claim.family);
      const mark = /^(?:al|el)-(.+)$/i.exec(claim.family);
      if (mark) person.family.add(mark[1]!);
    } else if (!person.fixed)
      for (const short of this.#families(plain(person.name), claim.state)) person.family.add(short);
    person.states.add(claim.state);
    this.#byStart.set(startOf(claim), person.id);
    const here = this.#byState.get(claim.state) ?? new Set();
    this.#byState.set(claim.state, here.add(person.id));
    if (person.sources.size < 3) person.sources.add(claim.source);
  }

  #families(name: string, state: string): string[] {
    const words = name.split(/\s+/);
    const rule = this.#short.get(state) ?? 'last';
    if (words.length < 2 || rule === 'none' || /^[IVX]+$/.test(words.at(-1)!)) return [];
    if (rule === 'first') return [words[0]!];
    const last = words.at(-1)!;
    const out = rule === 'both' ? [words[0]!, last] : [last];
    let from = words.length - 1;
    while (from > 1 && PARTICLE.test(words[from - 1]!)) from--;
    if (from < words.length - 1) out.unshift(words.slice(from).join(' '));
    const mark = /^(?:al|el)-(.+)$/i.exec(last);
    if (mark) out.push(mark[1]!);
    return out;
  }

  /** The one person of a state who is called by a single word. */
  #surnamed(claim: Claim): string {
    const word = fold(claim.name);
    if (word.includes(' ')) return '';
    const alike = [...(this.#byState.get(claim.state) ?? [])].filter((id) =>
      [...this.#people.get(id)!.names].some((name) => fold(name).split(' ').at(-1) === word),
    );
    return alike.length === 1 ? alike[0]! : '';
  }

  /** Who took the same office on the same day under a like name. */
  #began(claim: Claim): string {
    const id = this.#byStart.get(startOf(claim));
    if (!id || claim.start.length < 10) return '';
    const initials = (name: string): string => {
      const words = fold(name).split(' ');
      return `${words[0]![0]}${words.at(-1)![0]}`;
    };
    const alike = [...this.#people.get(id)!.names].some((name) => initials(name) === initials(claim.name));
    return alike ? id : '';
  }

  #near(claim: Claim): string {
    const words = fold(claim.name).split(' ');
    const joined = words.join('');
    const sorted = [...words].sort().join(' ');
    for (const id of this.#byState.get(claim.state) ?? []) {
      for (const name of this.#people.get(id)!.names) {
        const other = fold(name).split(' ');
        if (RANK.test(other[0]!)) continue;
        if (other.join('') === joined || [...other].sort().join(' ') === sorted) return id;
        if (!STRICT.has(claim.state) && !/[a-z]/.test(claim.state) && close(words, other, fold(claim.family)))
          return id;
      }
    }
    return '';
  }

  /** Rows of persons.tsv for those who hold a term; `keys` are Wikidata's by folded name. */
  rows(used: ReadonlySet<string>, keys: ReadonlyMap<string, string>): Row[] {
    return [...this.#people.values()]
      .filter((person) => used.has(person.id))
      .map((person) => {
        const names = [...person.names].flatMap((name) => [name, plain(name), ascii(name)]);
        const family = [...person.family]
          .flatMap((name) => [name, ascii(name)])
          .filter((name) => fold(name).length > 1);
        const aliases = [...new Set(names)].filter((name) => name !== person.name);
        return {
          id: person.id,
          name: person.name,
          aliases: aliases.join('|'),
          family: [...new Set(family)].join('|'),
          gender:
            person.gender ||
            this.#given.get(person.name) ||
            this.#given.get(person.name.split(' ')[0]!) ||
            '',
          wikidata: /^Q\d+$/.test(person.id)
            ? person.id
            : person.wikidata || keys.get(fold(person.name)) || '',
          source: [...person.sources].join('; '),
        };
      });
  }
}

/** Two spellings of one person: the family and the first letter agree, or one has all the words of the other. */
function close(a: readonly string[], b: readonly string[], family: string): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const shared = few.filter((word) => word.length > 1 && many.includes(word));
  if (few.length > 1 && few[0] === many[0] && shared.length === few.length) return true;
  const ends = family ? b.join(' ').endsWith(family) : a.at(-1) === b.at(-1);
  return (
    ends &&
    a[0] !== undefined &&
    a[0][0] === b[0]?.[0] &&
    (a[0] === b[0] || a[0].length < 3 || shared.length > 2 || a[0].slice(0, 3) === b[0]?.slice(0, 3))
  );
}

const startOf = (claim: Claim): string => [claim.state, claim.office, claim.to, claim.start].join('|');
const slug = (name: string): string => fold(name).replace(/ /g, '-');
