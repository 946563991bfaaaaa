/** What the reader of mentions learns from: `rows.ts HALF OUT`, a line of numbers for each sentence of GUM, train or dev. */
import { createWriteStream } from 'node:fs';
import { readGiven } from '../../../bench/language/ours.js';
import { goldMentions, gum } from '../../../bench/language/treebank.js';
import { edgesOf, inputsOf } from '../../../src/language/reader/inputs.js';

const [half, out] = process.argv.slice(2);
const stream = createWriteStream(out!);
for (const document of gum(half as 'train' | 'dev')) {
  const { tokens, sentences } = readGiven(document);
  const gold = goldMentions(document);
  for (const sentence of sentences) {
    const { first, last } = sentence;
    const inputs = inputsOf(tokens, sentence);
    const codes = edgesOf(tokens, sentence);
    const edges = Array.from({ length: sentence.last - sentence.first }, (_, head) => codes(head));
    stream.write(
      `${JSON.stringify({
        document: document.name,
        rows: inputs.map(({ rows }) => rows),
        senses: inputs.map(({ senses }) => senses),
        links: inputs.map(({ head, marker, determiner }) => [head, marker, determiner]),
        right: edges.map(({ right }) => right),
        left: edges.map(({ left }) => left),
        gold: gold
          .filter((m) => m.first >= first && m.last < last)
          .map((m) => [m.first - first, m.last - first, m.head - first, m.kind]),
      })}\n`,
    );
  }
}
stream.end();
