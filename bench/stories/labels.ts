import type { Modality, Root } from '../../src/index.js';
import { jsonLines } from '../files/jsonl.js';

/** An act that one or several reports tell. */
export interface Act {
  readonly act: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly reciprocal: boolean;
  readonly root: Root;
  readonly modality: Modality;
  readonly date: string;
  readonly place?: string;
}

/** The words of a report that tell an act, and what it says otherwise than the act's own row. */
export interface Mark {
  readonly act: string;
  readonly start: number;
  readonly end: number;
  readonly undated?: boolean;
  readonly date?: string;
  readonly modality?: Modality;
  readonly figures?: readonly { kind: 'dead' | 'wounded' | 'other'; value: number }[];
}

export interface Labelled {
  readonly id: string;
  readonly scenario: string;
  readonly half: 'open' | 'kept';
  readonly outlet: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
  readonly tellings: readonly Mark[];
}

const beside = (name: string): URL => new URL(name, import.meta.url);

export const acts = new Map(jsonLines<Act>(beside('acts.jsonl')).map((act) => [act.act, act]));
export const reports = jsonLines<Labelled>(beside('reports.jsonl'));
