import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { away } from '../base/server.js';

/** Shows a view once its code is there; asks again for it when the server comes back. */
export function Lazy({ load }: { readonly load: () => Promise<{ View: ComponentType }> }) {
  const [view, setView] = useState<{ readonly View: ComponentType } | null>(null);
  const [failed, setFailed] = useState(false);
  const isAway = away.value !== null;
  useEffect(() => {
    if (view || isAway) return;
    load().then(
      ({ View }) => setView({ View }),
      () => setFailed(true),
    );
  }, [load, view, isAway]);
  if (view) return <view.View />;
  if (failed) {
    return (
      <p class="empty">
        The code of this view could not be loaded. <a href={window.location.href}>Load the page anew</a>.
      </p>
    );
  }
  return <p class="wait">Loading…</p>;
}
