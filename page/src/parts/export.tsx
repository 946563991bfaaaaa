import { useEffect, useRef, useState } from 'preact/hooks';
import type { Meta } from '../base/contract.js';
import { csvOf, type Table } from '../base/csv.js';
import { saveText } from './files.js';

interface ExportProps {
  /** Of the file that is saved, without its ending. */
  readonly name: string;
  /** Where the server gives the rows, or the rows themselves. */
  readonly csv?: string | (() => Table);
  readonly data: unknown;
  readonly meta: Meta | null;
  /** The chart of the view. */
  readonly chart?: () => SVGSVGElement | null;
  /** A link that restores the view, where its address does not. */
  readonly link?: () => Promise<string>;
}

type Told = { readonly title: string; readonly text: string } | null;

/** The menu that takes a view away: as rows, as it came, as a picture, as a link, as SQL, as a citation. */
export function Export({ name, csv, data, meta, chart, link }: ExportProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [told, setTold] = useState<Told>(null);
  const shut = () => {
    if (menu.current) menu.current.open = false;
  };
  useEffect(() => {
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) shut();
    };
    document.addEventListener('click', outside);
    return () => document.removeEventListener('click', outside);
  }, []);
  const uncopy = () => {
    setTold(null);
    menu.current?.querySelector('summary')?.focus();
  };
  const act = (work: () => unknown) => async () => {
    shut();
    try {
      await work();
    } catch (error) {
      setTold({
        title: 'This could not be saved',
        text: error instanceof Error ? error.message : String(error),
      });
    }
  };
  const picture = async (kind: 'svg' | 'png') => {
    const svg = chart?.();
    if (!svg) throw new Error('This view has no chart yet.');
    const pictures = await import('./picture.js');
    await (kind === 'svg' ? pictures.saveSvg(svg, name) : pictures.savePng(svg, name));
  };
  const address = async () => (link ? await link() : window.location.href);
  return (
    <>
      <details
        class="menu"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !menu.current?.open) return;
          event.preventDefault();
          event.stopPropagation();
          shut();
          menu.current.querySelector('summary')?.focus();
        }}
      >
        <summary>Export</summary>
        <ul>
          {typeof csv === 'string' && (
            <li>
              <a href={csv} download={`${name}.csv`} onClick={shut}>
                CSV
              </a>
            </li>
          )}
          {typeof csv === 'function' && (
            <li>
              <button type="button" onClick={act(() => saveText(`${name}.csv`, 'text/csv', csvOf(csv())))}>
                CSV
              </button>
            </li>
          )}
          <li>
            <button
              type="button"
              onClick={act(() =>
                saveText(`${name}.json`, 'application/json', `${JSON.stringify(data, null, 2)}\n`),
              )}
            >
              JSON
            </button>
          </li>
          {chart && (
            <>
              <li>
                <button type="button" onClick={act(() => picture('svg'))}>
                  SVG
                </button>
              </li>
              <li>
                <button type="button" onClick={act(() => picture('png'))}>
                  PNG
                </button>
              </li>
            </>
          )}
          <li>
            <button
              type="button"
              onClick={act(async () => setTold({ title: 'Link to this view', text: await address() }))}
            >
              Link
            </button>
          </li>
          {meta && (
            <>
              <li>
                <button
                  type="button"
                  onClick={act(() => setTold({ title: 'SQL that made it', text: meta.sql }))}
                >
                  SQL
                </button>
              </li>
              <li>
                <button
                  type="button"
                  onClick={act(() => setTold({ title: 'Citation', text: meta.citation }))}
                >
                  Citation
                </button>
              </li>
            </>
          )}
        </ul>
      </details>
      {told && <Copy {...told} shut={uncopy} />}
    </>
  );
}

function Copy({
  title,
  text,
  shut,
}: {
  readonly title: string;
  readonly text: string;
  readonly shut: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    field.current?.select();
  }, []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      field.current?.select(); // not allowed here: the reader copies what is selected
    }
  };
  return (
    <dialog ref={dialog} class="box copy" aria-label={title} onClose={shut}>
      <h2>{title}</h2>
      <textarea
        ref={field}
        readOnly
        aria-label={title}
        rows={Math.min(16, Math.ceil(text.length / 70) + text.split('\n').length)}
        value={text}
      />
      <p role="status">{copied ? 'Copied.' : ''}</p>
      <form method="dialog">
        <button type="button" onClick={copy}>
          Copy
        </button>
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
