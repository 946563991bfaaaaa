/**
 * The same function of a string, with what it gave remembered: news uses few words, and the same ones over and over. What is
 * remembered is forgotten all at once when there are `limit` of it, so that memory stays bounded.
 */
export function remembered<T>(limit: number, make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      found = make(key);
      if (known.size >= limit) known.clear();
      known.set(key, found);
    }
    return found;
  };
}
