import { readPair } from '../../src/code/classify/mark.js';
import { classifyWords, wordsOf } from '../../src/code/classify/pair.js';

/** Prints what a pair costs, beside what its sentence cost to parse: on a busy machine only the ratio of the two says much. */
export function cost(marked: readonly string[]): void {
  const pairs = marked.map((text) => readPair(text, { open: true }));
  const parse = () => pairs.map(({ text }) => wordsOf(text));
  const words = parse();
  const classify = () => {
    pairs.forEach(({ source, target }, i) => {
      classifyWords(words[i]!, source, target);
    });
  };
  classify();
  const each = (run: () => void): number => {
    const start = performance.now();
    run();
    return (performance.now() - start) / pairs.length;
  };
  const [parsing, classifying] = [each(parse), each(classify)];
  console.log(
    `a pair takes ${classifying.toFixed(2)} ms, ${(classifying / parsing).toFixed(2)} of what its sentence takes to parse (${parsing.toFixed(2)} ms)`,
  );
}
