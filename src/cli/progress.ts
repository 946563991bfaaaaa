import { Presets, SingleBar } from 'cli-progress';

/** Milliseconds between two lines where standard error is no terminal. */
const QUIET = 30_000;
/** The rate is that of the last so many milliseconds: what is passed over at the beginning says nothing of the rest. */
const WINDOW = 20_000;

/** How far a long run is, on standard error: a bar on a terminal, else a line now and then. */
export class Progress {
  private readonly bar = new SingleBar(
    {
      format: `{verb} {bar} {done} {unit}, {rate}/s{left}`,
      clearOnComplete: true,
      hideCursor: true,
      fps: 5,
    },
    Presets.shades_classic,
  );
  private readonly begun = performance.now();
  private readonly marks: { at: number; done: number; share: number }[] = [];
  private lastLine = performance.now();
  private running = false;

  constructor(
    private readonly verb: string,
    private readonly unit: string,
  ) {}

  /** @param share How much of the input is read, 0 to 1; undefined when that cannot be told. */
  advance(done: number, share?: number): void {
    const now = performance.now();
    this.marks.push({ at: now, done, share: share ?? 0 });
    while (this.marks.length > 2 && now - this.marks[0]!.at > WINDOW) this.marks.shift();
    const said = { verb: this.verb, unit: this.unit, done, rate: this.rate(), left: this.left(share) };
    if (process.stderr.isTTY) {
      if (!this.running && now - this.begun > 500) {
        this.bar.start(1000, 0, said);
        this.running = true;
      }
      if (this.running) this.bar.update(Math.round((share ?? 0) * 1000), said);
    } else if (now - this.lastLine > QUIET) {
      this.lastLine = now;
      process.stderr.write(`rapport: ${this.verb}: ${done} ${this.unit}, ${said.rate}/s${said.left}\n`);
    }
  }

  /** Clears the bar's line, so that a message can stand there. */
  clear(): void {
    if (this.running) process.stderr.write('\r\u001b[K');
  }

  stop(): void {
    if (this.running) this.bar.stop();
  }

  /** Seconds since the beginning. */
  get seconds(): number {
    return (performance.now() - this.begun) / 1000;
  }

  private rate(): string {
    const [first, last] = [this.marks[0]!, this.marks.at(-1)!];
    const rate = (last.done - first.done) / Math.max(0.001, (last.at - first.at) / 1000);
    return rate >= 100 ? rate.toFixed(0) : rate.toFixed(1);
  }

  private left(share: number | undefined): string {
    const [first, last] = [this.marks[0]!, this.marks.at(-1)!];
    if (share === undefined || share >= 1 || last.share <= first.share) return '';
    return `, ${duration(((1 - share) * (last.at - first.at)) / (last.share - first.share))} left`;
  }
}

/** Milliseconds as people say them: `3 h 12 min`, `4 min 10 s`, `8 s`. */
function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h} h ${min} min` : min > 0 ? `${min} min ${s} s` : `${s} s`;
}
