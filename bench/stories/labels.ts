import { readFileSync } from 'node:fs';
import type { Modality, Root } from '../../src/index.js';

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

function lines<T>(name: string): T[] {
  const path = new URL(name, import.meta.url);
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

export const acts = new Map(lines<Act>('acts.jsonl').map((act) => [act.act, act]));
export const reports = lines<Labelled>('reports.jsonl');
