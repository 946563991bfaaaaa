import type { ComponentChildren } from 'preact';
import type { Failure } from '../base/api.js';
import type { Loaded } from '../base/load.js';

/** Why something could not be shown, and what to do. */
export function Failed({ error }: { readonly error: Failure }) {
  if (error.passing) return <p class="wait">Waiting for the server…</p>;
  return (
    <div class="failed" role="alert">
      <p>{error.message}</p>
    </div>
  );
}

/** Shows what was loaded, or that it is on its way, or why it did not come. */
export function Shown<T>({
  of,
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (data: T) => ComponentChildren;
}) {
  if (of.data !== null) {
    return (
      <div class="shown" aria-busy={of.loading} data-stale={of.loading ? '' : undefined}>
        {children(of.data)}
      </div>
    );
  }
  if (of.error) return <Failed error={of.error} />;
  return <p class="wait">Loading…</p>;
}

/** Says that there is nothing, and what to do next. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
  );
}
