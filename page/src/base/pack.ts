/** What is read without being kept, as it stands in a link: packed behind the `#`, which no server is sent. */
export interface Unkept {
  readonly text?: string;
  readonly html?: string;
  readonly url?: string;
  readonly name?: string;
  readonly published?: string;
}

/** Longest link that browsers and mail programs let through. */
export const LONGEST_LINK = 30_000;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => {}); // what is broken is told by the reading side, too
  const reader = readable.getReader();
  const found: number[] = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    for (const byte of part.value as Uint8Array) found.push(byte);
  }
  return Uint8Array.from(found);
}

/** Packs what was read into letters that an address may hold. */
export async function pack(input: Unkept): Promise<string> {
  const bytes = await through(
    new TextEncoder().encode(JSON.stringify(input)),
    new CompressionStream('deflate-raw'),
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The opposite; null where the letters do not hold anything. */
export async function unpack(packed: string): Promise<Unkept | null> {
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const found = JSON.parse(
      new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw'))),
    ) as Unkept;
    const { text, html, url, name, published } = found;
    return Object.fromEntries(
      Object.entries({ text, html, url, name, published }).filter(([, value]) => typeof value === 'string'),
    ) as Unkept;
  } catch {
    return null;
  }
}
