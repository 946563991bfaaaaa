/** Characters without white space at a rate of one blank per gap; scripts without spaces count double. */
export function weigh(text: string): number {
  let size = 0;
  let gap = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 0xa0) {
      if (!gap) size++;
      gap = true;
    } else {
      size += code >= 0x2e80 && code < 0xd7b0 ? 2.5 : 1;
      gap = false;
    }
  }
  return size;
}

/** Whether a text ends as a sentence does, in any script. */
export const endsSentence = (text: string): boolean => /[.!?…。।۔؟:”"»][)\]”"’»]{0,3}$/u.test(text);
