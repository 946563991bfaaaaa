import type { ActorRef, SourceName } from '../base/contract.js';

/** A name in its own direction, whatever script it is written in. */
export function Name({ of }: { readonly of: string }) {
  return <bdi dir="auto">{of}</bdi>;
}

/** "North Korea and Russia". */
export function PairName({ pair }: { readonly pair: readonly [ActorRef, ActorRef] }) {
  return (
    <>
      <Name of={pair[0].name} /> <span class="and">and</span> <Name of={pair[1].name} />
    </>
  );
}

export const relationOf = (a: string, b: string, search = ''): string =>
  `/relation/${encodeURIComponent(a)}/${encodeURIComponent(b)}${search}`;

/** As the server names the report where nobody stands between it and what it tells. */
const ITSELF = 'the report itself';

/** The sources of a claim without the report that tells it. */
export const beyond = (chain: readonly SourceName[], outlet: string | null): readonly SourceName[] =>
  chain.filter(({ text }) => text !== ITSELF && text !== outlet);

/** Who says so, from whoever said it first to whoever the report has it from. */
export function ChainNames({ chain }: { readonly chain: readonly SourceName[] }) {
  return (
    <>
      {chain.map((source, at) => (
        <span key={at}>
          {at > 0 && <span class="quiet">, through </span>}
          <Name
            of={source.name && source.name !== source.text ? `${source.text} (${source.name})` : source.text}
          />
        </span>
      ))}
    </>
  );
}
