import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { api } from '../base/api.js';
import type { AnswerView, RelationView } from '../base/contract.js';
import { day } from '../base/format.js';
import { useLoad } from '../base/load.js';
import { turn } from '../base/route.js';
import { RelationChart } from '../charts/relation.js';
import { Counts } from '../parts/counts.js';
import { Quotes } from '../parts/evidence.js';
import { Export } from '../parts/export.js';
import { filterText } from '../parts/filter.js';
import { Name, relationOf } from '../parts/names.js';
import { QuadLegend } from '../parts/quads.js';

const KINDS: Readonly<Record<AnswerView['asked']['kind'], string>> = {
  trend: 'how the relation moves',
  list: 'what was done',
  when: 'when it was',
  whether: 'whether it happened',
  dispute: 'where reports differ',
};

/** The relation that was asked about; an answer that needs none of its numbers comes without it. */
function useRelation({ relation, asked }: AnswerView): RelationView | null {
  const [a, b] = asked.actors;
  const wanted = relation === null && a && b ? api(`relations/${a.code}/${b.code}`) : null;
  const loaded = useLoad<RelationView>(wanted).data ?? relation;
  return loaded && loaded.counts.events > 0 ? loaded : null;
}

/** The verdict, the numbers, the picture, and the evidence line by line. */
export function Answer({ answer }: { readonly answer: AnswerView }) {
  const svg = useRef<SVGSVGElement>(null);
  const relation = useRelation(answer);
  const rows = () => ({
    columns: ['section', 'line', 'sentence', 'outlet', 'reported', 'report', 'event'],
    rows: answer.sections.flatMap(({ title, lines }) =>
      lines.flatMap(({ text, told }) =>
        told.length === 0
          ? [[title, text, null, null, null, null, null]]
          : told.map((one) => [
              title,
              text,
              one.sentence?.text,
              one.outlet,
              one.reported,
              one.report,
              one.event,
            ]),
      ),
    ),
  });
  return (
    <article class="answer">
      <header>
        <Asked asked={answer.asked} />
        <p class="verdict">
          <Name of={answer.verdict} />
        </p>
        <div class="lead">
          {relation && (
            <Counts
              {...relation.counts}
              filter={{
                between: relation.pair.map(({ code }) => code).join(','),
                from: relation.since,
                until: relation.until,
              }}
            />
          )}
          <Export
            name="answer"
            csv={rows}
            data={answer}
            meta={answer.meta}
            {...(relation ? { chart: () => svg.current } : {})}
          />
        </div>
      </header>
      {!answer.known && <Unknown answer={answer} />}
      <div class={relation && answer.sections.length > 0 ? 'with-picture' : ''}>
        {relation && relation.points.length > 0 && <Picture relation={relation} svg={svg} />}
        <div class="sections">
          {answer.sections.map((section) => (
            <section key={section.title}>
              <h2>{section.title}</h2>
              <ul class="lines">
                {section.lines.map((line, at) => (
                  <li key={at}>
                    <p>
                      <Name of={line.text} />
                    </p>
                    <Quotes told={line.told} most={1} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </article>
  );
}

/** How the question was understood, so that a wrong answer is not taken for a right one. */
function Asked({ asked }: { readonly asked: AnswerView['asked'] }) {
  return (
    <p class="asked">
      Read as: <b>{KINDS[asked.kind]}</b>
      {asked.actors.length > 0 && (
        <>
          {' '}
          between{' '}
          {asked.actors.map((actor, at) => (
            <span key={actor.code}>
              {at > 0 && ' and '}
              <Name of={actor.name} /> <span class="quiet">{actor.code}</span>
            </span>
          ))}
        </>
      )}
      {asked.act && `, act ${asked.act}`}
      {asked.since && `, from ${day(asked.since)}`}
      {asked.until && `, until ${day(asked.until)}`}
      {asked.open.map((open) => (
        <span key={open} class="open">
          Left open: {open}
        </span>
      ))}
    </p>
  );
}

function Unknown({ answer }: { readonly answer: AnswerView }) {
  const [a, b] = answer.asked.actors;
  return (
    <div class="empty">
      <p>
        {a && b
          ? 'Ask about another act or time, or add reports: '
          : 'Name two states or organizations in the question, or add reports: '}
        <code>rapport add FOLDER</code>.
      </p>
    </div>
  );
}

interface PictureProps {
  readonly relation: RelationView;
  readonly svg: RefObject<SVGSVGElement | null>;
}

function Picture({ relation, svg }: PictureProps) {
  const [a, b] = relation.pair.map(({ code }) => code) as [string, string];
  return (
    <section aria-label="Picture" class="picture">
      <QuadLegend />
      <RelationChart
        view={relation}
        panels="apart"
        chosen={null}
        choose={null}
        unchoose={() => {}}
        open={(point) =>
          turn({
            sentences: filterText({
              between: `${a},${b}`,
              from: point.start,
              until: point.end,
              counted: true,
            }),
          })
        }
        svg={svg}
      />
      <p class="chart-note">
        <a href={relationOf(a, b)}>Look closer at this relation</a>
      </p>
    </section>
  );
}
