import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { go } from '../base/route.js';

const STORE = 'rapport.keys';
const open = signal(false);
const active = signal(kept());

function kept(): boolean {
  try {
    return window.localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

function setActive(on: boolean): void {
  active.value = on;
  try {
    window.localStorage.setItem(STORE, on ? 'on' : 'off');
  } catch {
    // The choice holds for this page only.
  }
}

const VIEWS: Readonly<Record<string, readonly [string, string]>> = {
  '1': ['/', 'Ask'],
  '2': ['/relation', 'Relation'],
  '3': ['/world', 'World'],
  '4': ['/report', 'Reports'],
  '5': ['/stories', 'Stories'],
  '6': ['/sources', 'Sources'],
};

export function showKeys(): void {
  open.value = true;
}

function pressed(event: KeyboardEvent): void {
  if (!active.peek() || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  if (target.closest('input, textarea, select, [contenteditable], dialog')) return;
  const view = VIEWS[event.key];
  if (view) go(view[0]);
  else if (event.key === '?') showKeys();
  else if (event.key === '/') {
    const field = document.querySelector<HTMLElement>('[data-first]');
    if (field) field.focus();
    else go('/');
  } else return;
  event.preventDefault();
}

/** The keys of the page, which can be switched off, and the dialog that tells them. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  const isOpen = open.value;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <dialog ref={dialog} class="box" aria-labelledby="keys-title" onClose={() => (open.value = false)}>
      <h2 id="keys-title">Keys</h2>
      <dl class="keys">
        {Object.entries(VIEWS).map(([key, [, name]]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>First field of the view</dd>
        </div>
        <div>
          <dt>
            <kbd>←</kbd> <kbd>→</kbd>
          </dt>
          <dd>In a chart: one step; with Shift, choose a period; Enter, its sentences; Escape, no period</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>Close the drawer</dd>
        </div>
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={active.value}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
        Single keys are on
      </label>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
