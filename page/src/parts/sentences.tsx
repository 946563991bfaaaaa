import { useEffect, useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { EventView } from '../base/contract.js';
import { whenOf } from '../base/format.js';
import { usePages } from '../base/pages.js';
import { turn } from '../base/route.js';
import { EventLine } from './event.js';
import { Export } from './export.js';
import { filterWords } from './filter.js';
import { Rows } from './rows.js';
import { Empty } from './states.js';

/** The drawer with the sentences behind a number; `filter` is null when it is shut. */
export function Sentences({ filter }: { readonly filter: string | null }) {
  if (filter === null) return null;
  return <Drawer filter={filter} />;
}

function Drawer({ filter }: { readonly filter: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const query = new URLSearchParams(filter);
  const given = Object.fromEntries(query);
  const pages = usePages<EventView>(api('events', given));
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    };
  }, []);
  const shut = () => turn({ sentences: null });
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="sentences-title"
      onCancel={(event) => {
        event.preventDefault();
        shut();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) shut();
      }}
    >
      <header>
        <div>
          <h2 id="sentences-title">Sentences</h2>
          <p class="quiet">{filterWords(query)}</p>
        </div>
        <Export
          name="sentences"
          csv={api('events', { ...given, format: 'csv' })}
          data={pages.items}
          meta={pages.meta}
        />
        <button type="button" class="sign" autofocus aria-label="Close the sentences" onClick={shut}>
          ✕
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div class="drawer-body" ref={box} tabIndex={0} role="region" aria-label="Sentences">
        <Rows
          pages={pages}
          label="Sentences"
          height={150}
          within={box}
          unit={['event', 'events']}
          render={(event) => <EventLine event={event} when={whenOf(event)} />}
          empty={
            <Empty title="No sentence stands behind this number.">
              <p>Nothing was reported there. Choose a longer period or another quad class.</p>
            </Empty>
          }
        />
      </div>
    </dialog>
  );
}
