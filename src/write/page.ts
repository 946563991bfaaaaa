import wrapAnsi from 'wrap-ansi';

/** Lines wrapped at the width of the terminal. */
export class Page {
  private readonly lines: string[] = [];

  /** @param width Columns of the terminal. */
  constructor(private readonly width: number) {}

  /** A paragraph, each of its lines indented. */
  put(text: string, indent = ''): void {
    const width = Math.max(20, this.width - indent.length);
    for (const line of wrapAnsi(text, width, { hard: true }).split('\n')) this.lines.push(indent + line);
  }

  /** Lines as they are; an empty one where none is given. */
  lay(...lines: readonly string[]): void {
    this.lines.push(...(lines.length > 0 ? lines : ['']));
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

/** Words of a report on one line, cut where there are more than so many characters. */
export function shortened(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
