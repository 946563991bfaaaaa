const MARKUP = /<(?:\/(?:p|div|a|span|strong|em|b|i|li|ul|h[1-6])|br\s?\/?|p)>/i;
const TAG = /<(\/?)([a-z][a-z0-9]{0,10})(?:\s[^<>]{0,2000})?\/?>/gi;
const BREAKS = /^(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|table|section|article)$/i;

/**
 * Blanks out the tags of a text that carries markup, without moving a character: a tag that parts paragraphs becomes line
 * breaks and blanks, any other only blanks. A text without markup is given back as it is.
 */
export function blankMarkup(text: string): string {
  if (!MARKUP.test(text)) return text;
  return text.replace(TAG, (tag: string, _slash: string, name: string) => {
    if (!BREAKS.test(name)) return ' '.repeat(tag.length);
    return '\n\n'.padEnd(tag.length, ' ');
  });
}
