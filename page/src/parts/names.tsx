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

/** Who says so: each source as the report names it, from the nearest to the farthest. */
export function ChainNames({ chain }: { readonly chain: readonly SourceName[] }) {
  return (
    <>
      {chain.map((source, at) => (
        <span key={at}>
          {at > 0 && <span class="quiet">, citing </span>}
          <Name
            of={source.name && source.name !== source.text ? `${source.text} (${source.name})` : source.text}
          />
        </span>
      ))}
    </>
  );
}
