/** Answers kept by their keys, up to so many characters; those asked for longest ago go first. */
export class Cache {
  private readonly kept = new Map<string, string>();
  private readonly coming = new Map<string, Promise<string>>();
  private size = 0;

  constructor(private readonly most: number) {}

  /** The answer of a key: kept, on its way, or made now. Two who ask for the same at once wait for one. */
  async get(key: string, make: () => Promise<string>): Promise<string> {
    const kept = this.kept.get(key);
    if (kept !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, kept);
      return kept;
    }
    let coming = this.coming.get(key);
    if (!coming) {
      coming = make().finally(() => this.coming.delete(key));
      this.coming.set(key, coming);
      coming.then(
        (answer) => this.keep(key, answer),
        () => {},
      );
    }
    return coming;
  }

  private keep(key: string, answer: string): void {
    if (answer.length > this.most / 4) return;
    this.kept.set(key, answer);
    this.size += answer.length;
    for (const [oldest, value] of this.kept) {
      if (this.size <= this.most) return;
      this.kept.delete(oldest);
      this.size -= value.length;
    }
  }
}
