import { number } from '../base/format.js';
import { place } from '../base/route.js';
import { away, summary } from '../base/server.js';
import { setTheme, type Theme, theme } from '../base/theme.js';
import { showKeys } from './keys.js';

const VIEWS = [
  ['/', 'Ask', ['']],
  ['/relation', 'Relation', ['relation']],
  ['/world', 'World', ['world']],
  ['/report', 'Reports', ['report']],
  ['/stories', 'Stories', ['stories', 'story']],
  ['/sources', 'Sources', ['sources']],
] as const;

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };
const THEMES: Readonly<Record<Theme, string>> = {
  auto: 'Light or dark: as the system',
  light: 'Light',
  dark: 'Dark',
};
const SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '○', dark: '●' };

/** Name, views, and what the ledger holds. */
export function Masthead() {
  const view = place.value.parts[0] ?? '';
  return (
    <header class="masthead">
      <a class="wordmark" href="/">
        Rapport
      </a>
      <nav aria-label="Views">
        <ul>
          {VIEWS.map(([href, name, views]) => (
            <li key={href}>
              <a href={href} aria-current={(views as readonly string[]).includes(view) ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LedgerLine />
      <button
        type="button"
        class="sign"
        title={`${THEMES[theme.value]}. Switch to: ${THEMES[NEXT[theme.value]].toLowerCase()}`}
        aria-label={`Colours: ${THEMES[theme.value]}. Switch to: ${THEMES[NEXT[theme.value]].toLowerCase()}`}
        onClick={() => setTheme(NEXT[theme.value])}
      >
        {SIGNS[theme.value]}
      </button>
      <button type="button" class="sign" title="Keys" aria-label="Keys of this page" onClick={showKeys}>
        ?
      </button>
    </header>
  );
}

function LedgerLine() {
  const ledger = summary.value;
  const gone = away.value !== null;
  return (
    <p
      class="ledger-line"
      data-live={gone ? 'no' : 'yes'}
      title={ledger ? `Ledger ${ledger.file}` : undefined}
    >
      <span class="dot" aria-hidden="true" />
      {ledger ? (
        <span>
          <b>{number(ledger.reports)}</b> reports <i>·</i> <b>{number(ledger.events)}</b> events
        </span>
      ) : (
        <span>{gone ? 'no server' : 'opening the ledger…'}</span>
      )}
    </p>
  );
}
