import { useEffect, useRef } from 'preact/hooks';
import { place } from './base/route.js';
import { Away } from './parts/away.js';
import { Footer } from './parts/footer.js';
import { Keys } from './parts/keys.js';
import { Lazy } from './parts/lazy.js';
import { Masthead } from './parts/masthead.js';
import { Sentences } from './parts/sentences.js';

/** The views by the first segment of the path; each is loaded when it is first shown. */
const VIEWS = {
  '': () => import('./views/ask.js'),
  relation: () => import('./views/relation.js'),
  world: () => import('./views/world.js'),
  report: () => import('./views/report.js'),
  stories: () => import('./views/stories.js'),
  story: () => import('./views/story.js'),
  sources: () => import('./views/sources.js'),
} as const;

/** The page: masthead, the view of the address, and the drawer of sentences over it. */
export function App() {
  const { parts, path, query } = place.value;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // A reader with a screen reader hears the new view; on the first one nothing has moved yet.
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [path]);
  const load = VIEWS[(parts[0] ?? '') as keyof typeof VIEWS];
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <Masthead />
      <Away />
      <main id="main" ref={main} tabIndex={-1}>
        {load ? <Lazy key={parts[0] ?? ''} load={load} /> : <Nowhere />}
      </main>
      <Footer />
      <Sentences filter={query.get('sentences')} />
      <Keys />
    </>
  );
}

function Nowhere() {
  return (
    <div class="empty">
      <h1>There is no such view</h1>
      <p>
        This address names no view of Rapport. <a href="/">Ask about a relation</a>, or look at{' '}
        <a href="/world">the world</a>.
      </p>
    </div>
  );
}
