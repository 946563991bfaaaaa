import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { api, get } from '../base/api.js';
import type { ActorRef, Actors } from '../base/contract.js';
import { Name } from './names.js';

interface ComboboxProps {
  readonly label: string;
  /** Name or code of the chosen actor. */
  readonly value: string;
  readonly choose: (actor: ActorRef) => void;
  readonly first?: boolean;
}

const PAUSE = 120;

/** A field that finds an actor by name or code, with the keys of the ARIA combobox pattern. */
export function Combobox({ label, value, choose, first }: ComboboxProps) {
  const id = useId();
  const [text, setText] = useState(value);
  const [found, setFound] = useState<readonly ActorRef[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const typed = useRef(false);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const wait = setTimeout(() => {
      const q = typed.current ? text : '';
      get<Actors>(api('actors', { q, limit: 12 }), stop.signal).then(
        ({ items }) => {
          setFound(items);
          setActive(q && items.length > 0 ? 0 : -1);
        },
        () => setFound([]), // the notice of the page says that the server is away
      );
    }, PAUSE);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [text, open]);
  const take = (actor: ActorRef) => {
    typed.current = false;
    setOpen(false);
    setText(actor.name);
    choose(actor);
  };
  const leave = () => {
    typed.current = false;
    setOpen(false);
    setText(value);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length > 0) setActive((active + by + found.length) % found.length);
    } else if (event.key === 'Enter') {
      const actor = found[active];
      if (!open || !actor) return;
      event.preventDefault();
      take(actor);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      leave();
    }
  };
  const shown = open && found.length > 0;
  return (
    <div class="combobox">
      <label for={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        data-first={first ? '' : undefined}
        placeholder="Name or code"
        value={text}
        onInput={(event) => {
          typed.current = true;
          setText(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onKeyDown={keys}
        onBlur={leave}
      />
      <div class="options" id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
        {found.map((actor, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={actor.code}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(actor)}
          >
            <Name of={actor.name} /> <span class="quiet">{actor.code}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
