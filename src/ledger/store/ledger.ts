import { engineVersion } from '../../base/index.js';
import type { ImportFile } from '../../import/index.js';
import type { Report } from '../../read/index.js';
import type { Counts } from '../stories/index.js';
import { addReadings } from './add.js';
import { addAll, type BatchesOptions, knownReports } from './batches.js';
import { dailyCounts, hasStateMediaOf } from './counts.js';
import { Database, type OpenOptions } from './database.js';
import { type StoreImportOptions, storeImport, tidy } from './imports.js';
import { events, reports, type ToldEvent, toldEvents, writeParquet } from './query.js';
import { rejoin } from './retell.js';
import { countsOfEvents, storyOfEvents } from './story-counts.js';
import { agreementsOf, disputesOf, leftOutOf, materialOf, quotationsOf, storiesOf } from './story-query.js';
import type {
  RegisterFilter,
  StoredAgreement,
  StoredDispute,
  StoredLeftOut,
  StoredMaterialAct,
  StoredQuotation,
  StoredStory,
  StoryFilter,
} from './story-types.js';
import type {
  Added,
  AddProgress,
  CountFilter,
  DailyCount,
  DailyVolume,
  EventFilter,
  ImportProgress,
  LedgerInput,
  LedgerReading,
  StoredEvent,
  StoredReport,
} from './types.js';
import { volume } from './volumes.js';

/** The memory of many reports: one file, open. */
export class Ledger {
  private constructor(
    /** For statements of one's own; `docs/ledger.md` documents the tables. */
    readonly database: Database,
  ) {}

  /**
   * Opens a ledger, and makes it where there is none. One of an older version is brought up to date, and its reports
   * joined into stories anew, which takes about a minute for ten thousand of them; one opened for reading stays as it is.
   * @param path A file, or `:memory:`.
   * @throws RapportError with a code `LEDGER_…`
   */
  static async open(path: string, options: OpenOptions = {}): Promise<Ledger> {
    const database = await Database.open(path, options);
    if (!options.readOnly && !options.keepStories) await rejoin(database);
    return new Ledger(database);
  }

  /** Adds readings in one transaction: all of them, or, when it throws, none. What is known is recognised. */
  add(readings: readonly LedgerReading[], engine = engineVersion()): Promise<Added[]> {
    return addReadings(this.database, readings, engine);
  }

  /**
   * Adds what is read, as it comes, in transactions of many, and tells how far it is. May be killed at any moment: the
   * same run again adds the rest.
   */
  addAll(inputs: AsyncIterable<LedgerInput>, options: BatchesOptions = {}): AsyncGenerator<AddProgress> {
    return addAll(this.database, (readings) => this.add(readings), inputs, options);
  }

  /** Imports a file of others' events, in transactions of many rows; a file that was broken off goes on. */
  import(file: ImportFile, options: StoreImportOptions = {}): AsyncGenerator<ImportProgress> {
    return storeImport(this.database, file, options);
  }

  /** Puts what was imported in an order in which it is quickly found; does nothing where little was added. */
  tidy(): Promise<boolean> {
    return tidy(this.database);
  }

  /** Which reports are in the ledger already, as of now. */
  known(): Promise<(report: Report) => boolean> {
    return knownReports(this.database);
  }

  /** Stored events, by day. */
  events(filter: EventFilter = {}): AsyncGenerator<StoredEvent> {
    return events(this.database, filter);
  }

  /** The same with title and outlet of their reports. */
  told(filter: EventFilter = {}): AsyncGenerator<ToldEvent> {
    return toldEvents(this.database, filter);
  }

  /** Writes events to a Parquet file, with all columns of the table `events`. */
  writeParquet(path: string, filter: EventFilter = {}): Promise<void> {
    return writeParquet(this.database, path, filter);
  }

  /** Stored reports, replaced versions too, by day. */
  reports(ids?: readonly string[]): AsyncGenerator<StoredReport> {
    return reports(this.database, ids);
  }

  /** What two actors did to each other, by day and direction. */
  dailyCounts(a: string, b: string, filter: CountFilter = {}): Promise<DailyCount[]> {
    return dailyCounts(this.database, a, b, filter);
  }

  /** How much was reported at all, by day. */
  volume(filter: CountFilter = {}): Promise<DailyVolume[]> {
    return volume(this.database, filter);
  }

  /** Whether there are reports of media that one of these states owns. */
  hasStateMediaOf(states: readonly string[]): Promise<boolean> {
    return hasStateMediaOf(this.database, states);
  }

  /** Acts, the latest first, each with all who tell it, why they were joined, and where they disagree. */
  stories(filter: StoryFilter = {}): Promise<StoredStory[]> {
    return storiesOf(this.database, filter);
  }

  /** Questions on which the reports of an act disagree, with both sides' words. */
  disputes(filter: StoryFilter = {}): Promise<StoredDispute[]> {
    return disputesOf(this.database, filter);
  }

  /** How many acts some events tell of, from how many independent sources, in how many reports. */
  counts(events: readonly string[]): Promise<Counts> {
    return countsOfEvents(this.database, events);
  }

  /** The story of each of some events that has one. */
  storyOf(events: readonly string[]): Promise<Map<string, string>> {
    return storyOfEvents(this.database, events);
  }

  /** What each account of the acts of stories, given by id, tells that another account leaves out. */
  leftOut(stories: readonly string[]): Promise<StoredLeftOut[]> {
    return leftOutOf(this.database, stories);
  }

  /** Agreements by stage. */
  agreements(filter: RegisterFilter = {}): Promise<StoredAgreement[]> {
    return agreementsOf(this.database, filter);
  }

  /** Material acts with their figures over time. */
  materialActs(filter: RegisterFilter = {}): Promise<StoredMaterialAct[]> {
    return materialOf(this.database, filter);
  }

  /** What a speaker is quoted with. */
  quotations(filter: RegisterFilter = {}): Promise<StoredQuotation[]> {
    return quotationsOf(this.database, filter);
  }

  /** The same ledger by another connection, so that statements run beside each other. To be closed before this one. */
  async beside(): Promise<Ledger> {
    return new Ledger(await this.database.beside());
  }

  close(): void {
    this.database.close();
  }
}
