/** Random numbers that come out the same for the same seed (mulberry32). */
export class Random {
  private spare: number | undefined;
  constructor(private state: number) {}

  /** Uniform in [0, 1). */
  uniform(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    if (this.spare !== undefined) {
      const value = this.spare;
      this.spare = undefined;
      return value;
    }
    const r = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = r * Math.sin(angle);
    return r * Math.cos(angle);
  }

  poisson(mean: number): number {
    if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    let product = Math.exp(-mean);
    let sum = product;
    const u = this.uniform();
    let n = 0;
    while (u > sum && n < 1000) {
      n++;
      product *= mean / n;
      sum += product;
    }
    return n;
  }

  /** 1, 2, …: geometric with the given mean. */
  geometric(mean: number): number {
    if (mean <= 1) return 1;
    return 1 + Math.floor(Math.log(1 - this.uniform()) / Math.log(1 - 1 / mean));
  }

  /** Index drawn with the given shares (summing to 1). */
  pick(shares: readonly number[]): number {
    let u = this.uniform();
    for (let k = 0; k < shares.length - 1; k++) {
      u -= shares[k]!;
      if (u < 0) return k;
    }
    return shares.length - 1;
  }
}
