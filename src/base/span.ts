/** A stretch of a report's text: UTF-16 offsets into `Report.text`, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The characters of `text` that `span` covers. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}
