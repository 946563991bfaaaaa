import { readFileSync } from 'node:fs';
import { read } from '../src/index.js';

export const about =
  'sentences about weather, sport, accidents, nature, film and trade, in which there is no event';

export async function run(): Promise<void> {
  const text = readFileSync(new URL('./exam/negatives.txt', import.meta.url), 'utf8');
  const sentences = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  let wrong = 0;
  for (const sentence of sentences) {
    const { events } = read(sentence);
    if (events.length === 0) continue;
    wrong++;
    const codes = events.map(
      (e) => `${e.actors[0]?.actor?.code ?? '—'} ${e.root} ${e.recipients[0]?.actor?.code ?? '—'}`,
    );
    console.log(`  ${sentence}  ${codes.join('; ')}`);
  }
  console.log(`${sentences.length} sentences, an event in ${wrong}`);
}
