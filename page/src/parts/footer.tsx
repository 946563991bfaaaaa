import { day } from '../base/format.js';
import { news, summary } from '../base/server.js';

/** What the numbers are made of, and the last news of the ledger. */
export function Footer() {
  const ledger = summary.value;
  return (
    <footer class="footer">
      <p role="status">{news.value}</p>
      {ledger && (
        <p>
          Ledger <code>{ledger.file}</code>
          {ledger.from && ledger.until && ` · acts from ${day(ledger.from)} to ${day(ledger.until)}`} · engine{' '}
          {ledger.engine} ·{' '}
          <a href="/api/docs" target="_blank" rel="noreferrer">
            API
          </a>
        </p>
      )}
    </footer>
  );
}
