import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseWords } from '../src/language/index.js';

interface Gold {
  form: string;
  upos: string;
  head: number; // -1: root
  deprel: string;
}

const treebank = new URL('../../shared/data/treebank/', import.meta.url).pathname;

/** The sentences of CoNLL-U files, ordinary words only. */
function read(files: readonly string[]): Gold[][] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/\n\n+/)
      .map((block) =>
        block
          .split('\n')
          .map((line) => line.split('\t'))
          .filter((cells) => /^\d+$/.test(cells[0]!))
          .map((c) => ({ form: c[1]!, upos: c[3]!, head: Number(c[6]) - 1, deprel: c[7]! })),
      )
      .filter((sentence) => sentence.length > 0),
  );
}

function score(sentences: readonly Gold[][]): string {
  let n = 0;
  let tags = 0;
  let arcs = 0;
  let labelled = 0;
  const begun = performance.now();
  for (const sentence of sentences) {
    parseWords(sentence.map((token) => token.form)).forEach((parsed, i) => {
      const gold = sentence[i]!;
      n++;
      if (parsed.upos === gold.upos) tags++;
      if (parsed.head === gold.head) arcs++;
      if (parsed.head === gold.head && parsed.deprel === gold.deprel) labelled++;
    });
  }
  const rate = (sentences.length / (performance.now() - begun)) * 1000;
  const share = (k: number): string => (k / n).toFixed(3);
  return `UPOS ${share(tags)}  UAS ${share(arcs)}  LAS ${share(labelled)}  ${Math.round(rate)} sentences/s`;
}

export const about =
  'tags and trees with gold tokens on the development halves of the treebanks, every token counted';

export async function run(): Promise<void> {
  if (!existsSync(treebank)) {
    console.log('skipped: ../shared/data/treebank is not here');
    return;
  }
  const gum = readdirSync(`${treebank}dev`).map((name) => `${treebank}dev/${name}`);
  console.log(`GUM dev       ${score(read(gum))}`);
  console.log(`  news alone  ${score(read(gum.filter((name) => name.includes('GUM_news'))))}`);
  console.log(`EWT dev       ${score(read([`${treebank}ewt/dev.conllu`]))}`);
}
