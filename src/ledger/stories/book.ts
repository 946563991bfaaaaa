import { Blocks } from './blocks.js';
import { byReport, cluster } from './cluster.js';
import { Copies, sketch } from './copies.js';
import { bestJoins, HANGS, weigh } from './score.js';
import { countsOf } from './sources.js';
import type { Story, Telling } from './types.js';

/** A report as the book takes it in. */
export interface BookReport {
  readonly id: string;
  readonly outlet?: string;
  /** Days since 1970-01-01; null where it is unknown. */
  readonly day: number | null;
  readonly text: string;
  readonly tellings: readonly Telling[];
}

/**
 * Joins the events of reports into stories as the reports come in. A new report is weighed only against tellings of
 * like sides, root and days, and only what hangs together with it is cut anew; the stories follow from the set of
 * reports, not from the order in which they came (save that copies are found in any order: see `Copies`).
 */
export class StoryBook {
  private readonly blocks = new Blocks();
  private readonly copies = new Copies();
  private readonly outlets = new Map<string, string>();
  private readonly component = new Map<string, Set<Telling>>();
  private readonly stale = new Set<Set<Telling>>();
  private readonly cut = new Map<Set<Telling>, Telling[][]>();
  private groups: Map<string, string> | undefined;

  add(report: BookReport): void {
    this.copies.add({ report: report.id, day: report.day, sketch: sketch(report.text) });
    this.groups = undefined;
    if (report.outlet) this.outlets.set(report.id, report.outlet);
    for (const telling of report.tellings) {
      const own = new Set([telling]);
      this.component.set(telling.id, own);
      this.stale.add(own);
    }
    for (const telling of report.tellings) {
      for (const other of this.blocks.near(telling)) {
        const join = weigh(telling, other);
        if (join && join.score >= HANGS) this.tie(telling, other);
      }
      this.blocks.add(telling);
    }
  }

  /** The report that stands for all copies of a report's text. */
  copyOf(report: string): string {
    this.groups ??= this.copies.groups();
    return this.groups.get(report) ?? report;
  }

  /** The stories as they are now, earliest first. */
  stories(): Story[] {
    for (const component of this.stale)
      this.cut.set(
        component,
        cluster([...component], (a, b) => weigh(a, b)?.score),
      );
    this.stale.clear();
    return [...this.cut.values()]
      .flat()
      .sort((a, b) => byReport(a[0]!, b[0]!))
      .map((tellings) => this.storyOf(tellings));
  }

  private tie(a: Telling, b: Telling): void {
    const [x, y] = [this.component.get(a.id)!, this.component.get(b.id)!];
    if (x === y) {
      this.stale.add(x);
      return;
    }
    const [large, small] = x.size >= y.size ? [x, y] : [y, x];
    for (const telling of small) {
      large.add(telling);
      this.component.set(telling.id, large);
    }
    this.stale.delete(small);
    this.cut.delete(small);
    this.stale.add(large);
  }

  private storyOf(tellings: readonly Telling[]): Story {
    return {
      id: tellings[0]!.id,
      tellings: tellings.map((t) => t.id),
      joins: bestJoins(tellings),
      counts: countsOf(
        tellings,
        (report) => this.copyOf(report),
        (report) => this.outlets.get(report),
      ),
    };
  }
}
