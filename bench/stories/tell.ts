import {
  analyse,
  dayNumber,
  namesAround,
  readReport,
  reportFromText,
  statesAround,
  type Telling,
  tellingsOf,
  wordsAround,
  wordsIn,
} from '../../src/index.js';
import { acts, type Labelled, type Mark } from './labels.js';

/** A label (report and act) with the telling that stands for it; none where the coder missed the act. */
export interface Unit {
  readonly report: string;
  readonly act: string;
  telling?: string;
}

export interface Told {
  readonly tellings: Telling[];
  readonly units: Unit[];
}

const DATED =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|overnight|this morning|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Sept|Oct|Nov|Dec)\b|a day (?:earlier|later|before)|the day before|days (?:ago|later)/;

/** Tellings as the labels have them: what joining does when the coder makes no mistake. */
export function goldTellings(report: Labelled): Told {
  const document = analyse(reportFromText(report.text, {}));
  const tellings: Telling[] = [];
  const units: Unit[] = [];
  for (const mark of report.tellings) {
    if (units.some((unit) => unit.act === mark.act)) continue;
    const id = `${report.id}-${units.length + 1}`;
    units.push({ report: report.id, act: mark.act, telling: id });
    tellings.push(goldTelling(id, report, mark, document));
  }
  return { tellings, units };
}

function goldTelling(
  id: string,
  report: Labelled,
  mark: Mark,
  document: ReturnType<typeof analyse>,
): Telling {
  const act = acts.get(mark.act)!;
  const sentences = document.sentences.filter((s) => s.start < mark.end && mark.start < s.end);
  const text = sentences.map((s) => report.text.slice(s.start, s.end)).join(' ');
  const reported = dayNumber(report.published);
  const dated = !mark.undated && (mark.date !== undefined || DATED.test(text));
  const day = dated ? dayNumber(mark.date ?? act.date) : reported;
  const side = (code: string) => ({ code, id: `state:${code}`, text: code });
  const figures = (mark.figures ?? []).map(({ kind, value }) => ({
    kind,
    value,
    low: value,
    high: value,
    unit: kind === 'other' ? '' : 'people',
    span: { start: mark.start, end: mark.end },
  }));
  return {
    id,
    report: report.id,
    outlet: report.outlet,
    reported,
    actors: act.actors.map(side),
    recipients: act.recipients.map(side),
    reciprocal: act.reciprocal,
    root: act.root,
    cameo: '000',
    modes: [],
    modality: mark.modality ?? act.modality,
    background: false,
    windows: [{ from: day, to: day, stated: dated, evidence: [] }],
    ...(act.place && report.text.includes(act.place) ? { place: { name: act.place } } : {}),
    figures,
    words: wordsAround(report.text, [mark]),
    clause: wordsIn(report.text, [mark]),
    names: namesAround(report.text, [mark]),
    states: statesAround(report.text, [mark]),
    evidence: [{ start: mark.start, end: mark.end }],
    confidence: 1,
  };
}

/** Tellings as our own coder has them, each label with the event that stands for it. */
export function ownTellings(report: Labelled): Told {
  const { id, outlet, published, title } = report;
  const reading = readReport(reportFromText(report.text, { id, outlet, published, title, origin: id }), {
    today: '2026-11-26',
  });
  const tellings = tellingsOf(reading);
  const units: Unit[] = [];
  const taken = new Set<string>();
  const events = new Map(reading.events.map((event) => [event.id, event]));
  for (const sameRoot of [true, false])
    for (const mark of report.tellings) {
      let unit = units.find((u) => u.act === mark.act);
      if (!unit) {
        unit = { report: report.id, act: mark.act };
        units.push(unit);
      }
      if (unit.telling) continue;
      const found = tellings.find((telling) => {
        const { trigger, root } = events.get(telling.id)!;
        const within = telling.evidence.some((span) => span.start < mark.end && mark.start < span.end);
        const at = trigger.start >= mark.start && trigger.end <= mark.end;
        const same = root === acts.get(mark.act)!.root;
        return !taken.has(telling.id) && (sameRoot ? same && within : at);
      });
      if (!found) continue;
      unit.telling = found.id;
      taken.add(found.id);
    }
  return { tellings, units };
}
