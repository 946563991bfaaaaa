import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decode, reportFromHtml } from '../src/read/index.js';
import { jsonLines } from './files/jsonl.js';

/** Precision, recall and F1 of article extraction, by bag of tokens and by shingles of four tokens. */
interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const SHARED = fileURLToPath(new URL('../../shared/data/html/', import.meta.url));
/** Pages written after the extractor, to which it was never fitted; their gold is the text alone. */
const FRESH = fileURLToPath(new URL('./pages/', import.meta.url));
const OURS = fileURLToPath(new URL('../test/read/pages/', import.meta.url));

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function shingles(words: readonly string[]): string[] {
  if (words.length < 4) return [words.join(' ')];
  return words.slice(3).map((_, at) => words.slice(at, at + 4).join(' '));
}

function compare(found: readonly string[], gold: readonly string[]): Score {
  const left = new Map<string, number>();
  for (const one of gold) left.set(one, (left.get(one) ?? 0) + 1);
  let hits = 0;
  for (const one of found) {
    const count = left.get(one) ?? 0;
    if (count > 0) {
      hits++;
      left.set(one, count - 1);
    }
  }
  const precision = found.length > 0 ? hits / found.length : 0;
  const recall = gold.length > 0 ? hits / gold.length : 0;
  return { precision, recall, f1: hits > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}

type Extractor = (page: Page) => string;

const EXTRACTORS: Record<string, Extractor> = {
  rapport: (page) => reportFromHtml(decode(page.bytes).text, page.url ? { url: page.url } : {}).text,
  'readability.js': (page) => {
    const { document } = parseHTML(decode(page.bytes).text);
    return new Readability(document as never).parse()?.textContent ?? '';
  },
};

function extracted(page: Page, extract: Extractor): { text: string; ms: number } {
  const start = performance.now();
  let text = '';
  try {
    text = extract(page);
  } catch {
    // A page without an article scores nothing.
  }
  return { text, ms: performance.now() - start };
}

interface Page {
  readonly name: string;
  readonly bytes: Buffer;
  readonly gold: string;
  readonly url?: string;
}

function sharedPages(): Page[] {
  if (!existsSync(`${SHARED}index.jsonl`)) return [];
  return jsonLines<{ file: string; gold_text: string; url: string }>(`${SHARED}index.jsonl`).map((row) => ({
    name: row.file,
    bytes: readFileSync(SHARED + row.file),
    gold: row.gold_text,
    url: row.url,
  }));
}

function pagesIn(folder: string): Page[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.htm'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(folder + name), gold: goldOf(folder, name) }));
}

/** The gold text without its head of metadata, where it has one. */
function goldOf(folder: string, name: string): string {
  const text = readFileSync(folder + name.replace(/\.htm$/, '.txt'), 'utf8');
  const head = text.indexOf('\n---\n');
  return head < 0 ? text : text.slice(head + 5);
}

function report(title: string, pages: readonly Page[]): void {
  if (pages.length === 0) {
    console.log(`${title}: absent, skipped`);
    return;
  }
  for (const [name, extract] of Object.entries(EXTRACTORS)) reportOf(`${title}: ${name}`, pages, extract);
}

function reportOf(title: string, pages: readonly Page[], extract: Extractor): void {
  console.log(`${title}\n  page                          tokens P R F1          4-shingles P R F1      ms`);
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const page of pages) {
    const { text, ms } = extracted(page, extract);
    const bag = compare(tokens(text), tokens(page.gold));
    const shingle = compare(shingles(tokens(text)), shingles(tokens(page.gold)));
    const row = [bag.precision, bag.recall, bag.f1, shingle.precision, shingle.recall, shingle.f1, ms];
    for (const [at, value] of row.entries()) sums[at]! += value / pages.length;
    print(page.name, row);
  }
  print('mean', sums);
}

function print(name: string, row: readonly number[]): void {
  const cells = row.map((value, at) => (at === 6 ? value.toFixed(1) : value.toFixed(3)));
  console.log(`  ${name.slice(0, 28).padEnd(30)}${cells.join('  ')}`);
}

report('real pages (../shared/data/html)', sharedPages());
report('own pages (test/read/pages)', pagesIn(OURS));
report('fresh pages (bench/pages)', pagesIn(FRESH));
