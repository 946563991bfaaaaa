import { giveData } from '../base/index.js';

/** What the engine reads. */
const FILES = [
  ...['models/parser.json', 'models/parser.bin', 'models/mentions.json', 'models/mentions.bin'],
  ...['models/lemmas.tsv', 'models/coref.bin'],
  ...[
    'language/abbreviations.tsv',
    'language/irregular.tsv',
    'language/names.tsv',
    'language/senses.tsv',
    'world/states.tsv',
  ],
];

/**
 * Fetches what the engine reads, 10 MB, from the folder `data/` that a page serves; to be awaited before the first text.
 * @throws Error where a file is not there.
 */
export async function fetchLanguage(data: string): Promise<void> {
  await Promise.all(
    FILES.map(async (name) => {
      const answer = await fetch(`${data.replace(/\/$/, '')}/${name}`);
      if (!answer.ok) throw new Error(`${name}: the server answered ${answer.status}`);
      giveData(name, new Uint8Array(await answer.arrayBuffer()));
    }),
  );
}
