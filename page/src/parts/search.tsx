import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { turn } from '../base/route.js';

interface SearchProps {
  /** The filters that stand in the address. */
  readonly given: Readonly<Record<string, string | null>>;
  /** What may stand in the field of words. */
  readonly hint: string;
  /** Whether the field of words is the first of its view, to which `/` leads. */
  readonly first?: boolean;
  /** Further filters. */
  readonly children?: ComponentChildren;
}

/** A search of a list by words and time; what is chosen goes into the address. */
export function Search({ given, hint, first, children }: SearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const q = given.q ?? '';
  useEffect(() => {
    if (field.current) field.current.value = q;
  }, [q]);
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        turn({ q: field.current?.value.trim() });
      }}
    >
      <label class="field grow">
        Words
        <input ref={field} type="search" dir="auto" data-first={first} defaultValue={q} placeholder={hint} />
      </label>
      <Day label="From" name="from" value={given.from} />
      <Day label="Until" name="until" value={given.until} />
      {children}
      <button type="submit">Search</button>
    </form>
  );
}

interface DayProps {
  readonly label: string;
  /** What it is called in the address. */
  readonly name: string;
  readonly value: string | null | undefined;
}

function Day({ label, name, value }: DayProps) {
  return (
    <label class="field">
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => turn({ [name]: event.currentTarget.value })}
      />
    </label>
  );
}
