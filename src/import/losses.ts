import type { Loss } from './types.js';

/** Counts what a mapping loses, so that it can be told. */
export class Losses {
  private readonly counts = new Map<string, { loss: Omit<Loss, 'rows'>; rows: number }>();

  note(what: string, value: string, why: string): void {
    const key = `${what}\t${value}\t${why}`;
    const known = this.counts.get(key);
    if (known) known.rows++;
    else this.counts.set(key, { loss: { what, value, why }, rows: 1 });
  }

  /** What was noted since the last call. */
  take(): Loss[] {
    const losses = [...this.counts.values()].map(({ loss, rows }) => ({ ...loss, rows }));
    this.counts.clear();
    return losses;
  }
}
