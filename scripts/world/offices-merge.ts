import type { Claim } from './offices-upstream.js';

const FAR = '9999';
const pad = (date: string, high = false): string =>
  high ? `${date}-99-99`.slice(0, 10) : date.padEnd(10, '-00');
/** Whether a date that may be imprecise lies before another, as far as both tell. */
const before = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
};
const days = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 86_400_000;
const middle = (date: string): string =>
  date.length === 4 ? `${date}-06-15` : date.length === 7 ? `${date}-15` : date;

export interface Term extends Claim {
  person: string;
}

/** The terms of one office in order, those of one person that meet joined, imprecise borders set by their neighbours. */
export function tidy(claims: readonly Term[]): Term[] {
  const sorted = [...claims].sort((a, b) =>
    middle(a.start) + pad(a.end || FAR) < middle(b.start) + pad(b.end || FAR) ? -1 : 1,
  );
  const out: Term[] = [];
  for (const claim of sorted) {
    const next = { ...claim };
    const last = out.at(-1);
    if (!last) out.push(next);
    else if (last.person === next.person && (!last.end || days(middle(last.end), middle(next.start)) <= 31))
      join(last, next);
    else if (
      last.end &&
      next.end &&
      !before(last.end, next.end) &&
      days(middle(next.start), middle(next.end)) < 150 &&
      before(next.start, last.end)
    )
      continue;
    else {
      meet(last, next);
      if (last.end && last.start && before(last.end, last.start)) out.pop();
      out.push(next);
    }
  }
  return out;
}

function join(last: Term, next: Term): void {
  const open = !last.end || !next.end;
  last.end = open
    ? next.end && next.start > last.start
      ? next.end
      : ''
    : pad(next.end) > pad(last.end)
      ? next.end
      : last.end;
  if (!last.end && next.asof > last.asof) last.asof = next.asof;
  if (!next.acting) last.acting = false;
  if (last.attested && !next.attested) last.attested = false;
  if (!last.source.includes(next.source)) last.source += `; ${next.source}`;
}

/** Makes two successive terms meet: an open or late end gives way to the successor's start. */
function meet(last: Term, next: Term): void {
  if (next.start.length < 10 && last.end.length === 10 && last.end.startsWith(next.start))
    next.start = last.end;
  if (last.end && last.end.length < 10 && next.start.startsWith(last.end)) last.end = next.start;
  if (!last.end) last.end = next.attested ? endOf(last, next) : next.start;
  else if (before(next.start, last.end)) last.end = next.start;
}

/** Where only a later day with another holder is known, a term is known to its last attested day alone. */
function endOf(last: Term, next: Term): string {
  return last.asof && before(last.asof, next.start) ? last.asof : next.start;
}

/** Adds what a later source knows and the earlier ones leave open. */
export function fill(settled: readonly Term[], claims: readonly Term[]): Term[] {
  let out = [...settled];
  for (const claim of tidy(claims)) {
    const same = out.find((term) => term.person === claim.person && overlaps(term, claim));
    if (same) {
      extend(same, claim, out);
      continue;
    }
    const cut = clip(claim, out);
    if (cut) out = [...out, cut].sort((a, b) => (middle(a.start) < middle(b.start) ? -1 : 1));
  }
  return out;
}

const overlaps = (a: Term, b: Term): boolean =>
  !before(a.end || FAR, b.start) &&
  !before(b.end || FAR, a.start) &&
  (b.attested || before(b.start, a.end || FAR) || Math.abs(days(middle(a.start), middle(b.start))) < 400);

function extend(term: Term, claim: Term, all: readonly Term[]): void {
  if (term.end) return;
  const later = all.some((other) => other !== term && before(term.start, other.start));
  if (!later && claim.asof > term.asof) term.asof = claim.asof;
  if (!later && !term.source.includes(claim.source)) term.source += `; ${claim.source}`;
}

/** What of a claim lies outside the settled terms, or nothing. Ends an open settled term that the claim follows. */
function clip(claim: Term, settled: Term[]): Term | undefined {
  const cut = { ...claim };
  const holder = settled
    .filter((term) => !before(cut.start, term.start) && (!term.end || before(cut.start, term.end)))
    .at(-1);
  if (holder) {
    if (holder.end || !holder.asof || !before(holder.asof, cut.start)) return undefined;
    holder.end = cut.attested ? endOf(holder, cut) : cut.start;
  }
  const follower = settled.find((term) => term !== holder && before(cut.start, term.start));
  if (follower && (!cut.end || before(follower.start, cut.end)))
    cut.end = cut.attested ? cut.asof : follower.start;
  if (cut.attested && !cut.end && follower) cut.end = cut.asof;
  if (cut.end && before(cut.end, cut.start)) return undefined;
  if (
    cut.end &&
    !cut.attested &&
    cut.end.length === 10 &&
    cut.start.length === 10 &&
    days(cut.start, cut.end) < 25
  )
    return undefined;
  return cut;
}
