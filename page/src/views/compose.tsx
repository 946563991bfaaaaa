import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../base/api.js';
import { number } from '../base/format.js';
import type { Unkept } from '../base/pack.js';
import { summary } from '../base/server.js';
import { Failed } from '../parts/states.js';

interface ComposeProps {
  readonly given: Unkept | null;
  readonly read: (input: Unkept) => void;
  readonly reading: boolean;
  readonly error: Failure | null;
}

/** As many characters as the server takes. */
const MOST = 2_000_000;

/** More than this is read without being laid out in the field, where it would keep the browser busy for long. */
const MOST_SHOWN = 100_000;

const tooLong = (name: string, length: number): string =>
  `${name} has ${number(length)} characters; at most ${number(MOST)} are read here. Cut it, or add it with rapport add.`;

const EXAMPLE = `Norway pledges boats, Kenya says it has seen none

NAIROBI, 14 May 2025 - Norway will give Kenya 12 patrol boats by the end of the year, Foreign Minister Espen Barth Eide said in Nairobi on Wednesday after he met his Kenyan counterpart.

The two countries signed an agreement on maritime security on Monday, the Kenyan foreign ministry said. A Kenyan official told the Sample Gazette that only eight boats had been promised.

"We have not seen a single boat," the official said. Kenya accused Norway last month of breaking off talks on fishing.`;

const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) || /^\s*<(?:!doctype|html)/i.test(text);

/** Takes a report as text, as a file that is dropped or chosen, or as an address. */
export function Compose({ given, read, reading, error }: ComposeProps) {
  const text = useRef<HTMLTextAreaElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const mayFetch = summary.value?.mayFetch ?? false;

  useEffect(() => {
    if (given && text.current) text.current.value = given.text ?? given.html ?? given.url ?? '';
  }, [given]);

  const take = async (file: File | undefined) => {
    if (!file) return;
    // A character may take several bytes, but none so many that this were not far too long.
    if (file.size > MOST * 6) setWrong(tooLong(file.name, file.size));
    else {
      const content = await file.text();
      if (text.current) text.current.value = content.length > MOST_SHOWN ? '' : content;
      submit(content, file.name);
    }
  };
  const submit = (content: string, name = 'The text') => {
    const words = content.trim();
    const url = /^https?:\/\/\S+$/i.test(words);
    if (words === '') {
      setWrong('There is nothing to read: paste a report first.');
      text.current?.focus();
    } else if (content.length > MOST) setWrong(tooLong(name, content.length));
    else if (url && !mayFetch) {
      setWrong('This server fetches no addresses: paste the text, or start it with --fetch.');
    } else {
      setWrong(null);
      read(url ? { url: words } : isHtml(name, content) ? { html: content } : { text: content });
    }
  };

  return (
    <form
      class={`compose ${over ? 'over' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit(text.current?.value ?? '');
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer?.files[0];
        const words = event.dataTransfer?.getData('text/plain');
        if (dropped) void take(dropped);
        else if (words && text.current) text.current.value = words;
      }}
    >
      <label for="report-text">
        {mayFetch ? 'Text, HTML or the address of a report' : 'Text or HTML of a report'}
        <span class="quiet"> – paste it, or drop a file here. Nothing is stored.</span>
      </label>
      <textarea
        id="report-text"
        ref={text}
        rows={9}
        dir="auto"
        data-first
        spellcheck={false}
        aria-invalid={wrong !== null}
        aria-describedby="report-wrong"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event.currentTarget.value);
        }}
      />
      <div id="report-wrong">
        {wrong && (
          <p class="failed" role="alert">
            {wrong}
          </p>
        )}
        {error && !wrong && <Failed error={error} />}
      </div>
      <p class="buttons">
        <button type="submit" class="main" disabled={reading}>
          {reading ? 'Reading…' : 'Read it'}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Choose a file
        </button>
        <button
          type="button"
          onClick={() => {
            if (text.current) text.current.value = EXAMPLE;
            submit(text.current?.value ?? '');
          }}
        >
          Try an invented example
        </button>
        <input
          ref={file}
          type="file"
          hidden
          tabIndex={-1}
          aria-label="File of a report"
          accept=".txt,.md,.html,.htm,text/plain,text/html"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </p>
    </form>
  );
}
