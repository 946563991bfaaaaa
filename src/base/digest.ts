/** The id of a text: the same words have the same id, whatever white space or origin they came with. Node only. */
export function contentId(text: string): string {
  return globalThis.process
    .getBuiltinModule('node:crypto')
    .createHash('sha256')
    .update(text.replace(/\s+/g, ' ').trim())
    .digest('hex')
    .slice(0, 16);
}
