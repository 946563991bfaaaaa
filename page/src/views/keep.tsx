import { useState } from 'preact/hooks';
import { post } from '../base/api.js';
import type { AddedView } from '../base/contract.js';
import { many } from '../base/format.js';
import { failureOf } from '../base/load.js';
import type { Unkept } from '../base/pack.js';
import { summary } from '../base/server.js';

const AS: Readonly<Record<AddedView['as'], string>> = {
  new: 'Kept',
  known: 'The ledger has it already',
  corrected: 'Kept as a corrected version',
  older: 'Kept as an older version',
};

/** Puts what was read into the ledger. */
export function Keep({ input }: { readonly input: Unkept }) {
  const [said, setSaid] = useState('');
  const [added, setAdded] = useState<AddedView | null>(null);
  const [token, setToken] = useState('');
  const needsToken = summary.value?.needsToken ?? false;
  if (input.url) return null; // the ledger takes words, not addresses
  const keep = async () => {
    setSaid('Keeping…');
    try {
      setAdded(await post<AddedView>('/api/reports', input, token || undefined));
      setSaid('');
    } catch (error) {
      setSaid(failureOf(error).message);
    }
  };
  if (added) {
    return (
      <span role="status">
        {AS[added.as]}, {many(added.events, 'event')}:{' '}
        <a href={`/report/${encodeURIComponent(added.id)}`}>open it</a>
      </span>
    );
  }
  return (
    <span class="keep">
      {needsToken && (
        <label>
          Token{' '}
          <input type="password" value={token} onInput={(event) => setToken(event.currentTarget.value)} />
        </label>
      )}
      <button type="button" onClick={keep}>
        Keep it in the ledger
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
