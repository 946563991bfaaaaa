import { type Span, slice } from '../base/index.js';
import type { Reading } from '../stages.js';

/** For every result of a reading the rule or fact that made it and the characters it was made from, a line each. */
export function explainText(reading: Reading): string {
  const { report, date } = reading;
  const quote = (span: Span): string =>
    `“${slice(report.text, span).replace(/\s+/g, ' ')}” [${span.start}–${span.end}]`;
  const out: string[] = [`report ${report.id} ${report.origin}`];
  out.push(
    `date ${date.date ?? 'unknown'} by ${date.basis}: ${date.reason} ${date.evidence.map(quote).join(' ')}`,
  );
  for (const part of report.parts) out.push(`part ${part.kind} [${part.span.start}–${part.span.end}]`);
  for (const time of reading.times) {
    const { interval } = time;
    const meaning = interval
      ? `${interval.start ?? '…'}/${interval.end ?? '…'} ${interval.precision}`
      : 'unresolved';
    out.push(`time ${quote(time)} = ${meaning} by ${time.rule}`);
  }
  for (const mention of reading.mentions) {
    const { actor, reason } = mention.resolution;
    const who = actor
      ? `${actor.code} ${actor.sectors.join('+')} ${actor.name}`.replace(/ +/g, ' ')
      : 'unresolved';
    const fact = actor ? ` (${actor.fact.file}: ${actor.fact.row}; ${actor.fact.source})` : '';
    out.push(`actor ${quote(mention)} = ${who}${fact} because ${reason}`);
  }
  for (const event of reading.events) {
    const side = (parties: typeof event.actors): string =>
      parties.map((p) => p.actor?.code ?? `?${p.text}`).join('+') || '–';
    out.push(
      `event ${event.id} ${side(event.actors)} ${event.reciprocal ? '↔' : '→'} ${side(event.recipients)} ${event.root} ${event.cameo} ${event.modality}`,
    );
    for (const span of event.evidence) out.push(`  from ${quote(span)}`);
    for (const reason of event.reasons)
      out.push(`  by ${reason.rule} at ${quote(reason.span)}${reason.note ? ` (${reason.note})` : ''}`);
    for (const d of event.dates)
      out.push(
        `  dated ${d.interval?.start ?? '…'}/${d.interval?.end ?? '…'} (${d.basis}) ${d.evidence.map(quote).join(' ')}`,
      );
    for (const f of event.figures)
      out.push(`  figure ${f.low}–${f.high ?? '…'} ${f.unit} (${f.kind}) ${quote(f.span)}`);
    const attribution = reading.attributions.find((a) => a.event === event.id);
    if (attribution?.claimedBy) out.push(`  claimed by ${attribution.claimedBy.text}`);
    if (attribution && attribution.chain.length > 0)
      out.push(`  through ${attribution.chain.map((s) => s.text).join(' ← ')}`);
  }
  for (const q of reading.quotations) {
    const chain = q.chain.map((s) => s.text).join(' ← ');
    out.push(
      `quotation ${q.kind} ${q.content.map(quote).join(' … ')} by ${q.speaker?.text ?? 'nobody named'}${chain ? ` through ${chain}` : ''}${q.cue ? `, cue ${quote(q.cue)}` : ''}`,
    );
  }
  for (const d of reading.disagreements) {
    out.push(
      `disagreement on the ${d.about} of ${d.event}: ${d.sides.map((s) => `${s.says} ${s.evidence.map(quote).join(' ')}`).join(' / ')}`,
    );
  }
  return `${out.join('\n')}\n`;
}
