import { period } from '../base/format.js';
import { QUADS } from '../base/words.js';

/** Which events are meant: the parameters of `/api/events`. */
export interface Filter {
  readonly between?: string;
  readonly from?: string;
  readonly until?: string;
  readonly quad?: number;
  readonly root?: string;
  readonly modality?: string;
  /** Only what the numbers of a relation count: what happened, told as news, dated to a month or closer. */
  readonly counted?: true;
  readonly words?: string;
  readonly ids?: string;
  readonly report?: string;
  readonly story?: string;
  readonly shift?: string;
}

/** The filter as it stands in an address. */
export function filterText(filter: Filter): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value !== undefined) query.set(key, String(value));
  return query.toString();
}

/** What a filter chooses, in words. */
export function filterWords(query: URLSearchParams): string {
  const said: string[] = [];
  const quad = query.get('quad');
  if (quad) said.push((QUADS[Number(quad) - 1] ?? `quad class ${quad}`).toLowerCase());
  const root = query.get('root');
  if (root) said.push(root);
  const between = query.get('between');
  if (between) said.push(`between ${between.split(',').join(' and ')}`);
  const modality = query.get('modality');
  if (modality) said.push(`told as ${modality}`);
  const from = query.get('from');
  const until = query.get('until');
  if (from && until) said.push(period(from, until));
  else if (from) said.push(`from ${from}`);
  else if (until) said.push(`until ${until}`);
  if (query.get('counted')) said.push('what happened and is told as news');
  if (query.get('report')) said.push('in one report');
  if (query.get('story')) said.push('of one act');
  if (query.get('shift')) said.push('behind a shift');
  return said.join(', ') || 'all';
}
