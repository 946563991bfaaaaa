import { useEffect, useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { AnswerView, DyadRow, Page } from '../base/contract.js';
import { day } from '../base/format.js';
import { useLoad } from '../base/load.js';
import { place, turn } from '../base/route.js';
import { summary } from '../base/server.js';
import { DyadList } from '../parts/dyads.js';
import { QuadLegend } from '../parts/quads.js';
import { Empty, Shown } from '../parts/states.js';
import { Answer } from './answer.js';
import './ask.css';

/** A question and its answer; without a question, what the ledger holds. */
export function View() {
  const question = place.value.query.get('q') ?? '';
  const at = place.value.query.get('at');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = question ? `${question} · Rapport` : 'Rapport';
    if (field.current) field.current.value = question;
  }, [question]);
  return (
    <div class="view ask">
      <h1 class={question ? 'unseen' : ''}>How do two states treat each other?</h1>
      <form
        class="ask-form"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          turn({ q: field.current?.value.trim(), sentences: null });
        }}
      >
        <label class="unseen" for="question">
          Question
        </label>
        <input
          id="question"
          ref={field}
          type="search"
          dir="auto"
          data-first
          placeholder="Did Kim Jong-un just strengthen ties with Putin?"
          defaultValue={question}
        />
        <label class="field">
          as of
          <input
            type="date"
            value={at ?? ''}
            onChange={(event) => turn({ at: event.currentTarget.value })}
            aria-label="The day on which it is asked"
          />
        </label>
        <button type="submit" class="main">
          Ask
        </button>
      </form>
      {question ? <Asked question={question} at={at} /> : <Front />}
    </div>
  );
}

function Asked({ question, at }: { readonly question: string; readonly at: string | null }) {
  const answer = useLoad<AnswerView>(api('ask', { q: question, at }));
  return <Shown of={answer}>{(data) => <Answer answer={data} />}</Shown>;
}

const ask = (q: string): string => `/?${new URLSearchParams({ q })}`;

/** Questions of each kind that can be answered, about the relations of this ledger. */
function questions(dyads: readonly DyadRow[]): string[] {
  const names = dyads.map(({ pair }) => pair.map((actor) => actor.name));
  const forms: ((a: string, b: string) => string)[] = [
    (a, b) => `How have relations between ${a} and ${b} changed?`,
    (a, b) => `What has ${a} done to ${b}?`,
    (a, b) => `When did ${a} and ${b} last meet?`,
    (a, b) => `Did ${a} threaten ${b}?`,
    (a, b) => `Did ${a} just strengthen ties with ${b}?`,
  ];
  return forms.slice(0, names.length).map((form, at) => form(names[at]![0]!, names[at]![1]!));
}

function Front() {
  const dyads = useLoad<Page<DyadRow>>(api('dyads', { limit: 12 }));
  const ledger = summary.value;
  return (
    <Shown of={dyads}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="The ledger is empty.">
            <p>
              <a href="/report">Paste a report</a> and watch it read, or add a folder of reports:{' '}
              <code>rapport add FOLDER</code>; others' events: <code>rapport import FILE</code>.
            </p>
          </Empty>
        ) : (
          <>
            <div class="examples">
              <h2>For example</h2>
              <ul>
                {questions(items).map((question) => (
                  <li key={question}>
                    <a href={ask(question)}>{question}</a>
                  </li>
                ))}
              </ul>
            </div>
            <section>
              <div class="section-head">
                <h2>Most reported relations</h2>
                <QuadLegend />
              </div>
              <DyadList dyads={items} />
              <p class="chart-note">
                Words are light, deeds are dark.
                {ledger?.from && ledger.until && ` Acts from ${day(ledger.from)} to ${day(ledger.until)}.`}{' '}
                <a href="/world">See who is moving where</a>.
              </p>
            </section>
          </>
        )
      }
    </Shown>
  );
}
