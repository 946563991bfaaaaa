import { readFileSync } from 'node:fs';
import { read, reportFromText, analyse, Tree, frameOf } from '../src/index.js';
for (const text of readFileSync(0,'utf8').split('\n').filter(Boolean)) {
  const r = reportFromText(text, {});
  const d = analyse(r); const tree = new Tree(d);
  console.log('\n' + text);
  console.log(d.tokens.map(t => `${t.index}:${t.text}/${t.lemma}/${t.pos}/${t.deprel}>${t.head}`).join(' '));
  for (const t of d.tokens) if (['VERB','NOUN','ADJ','PROPN'].includes(t.pos)) { const f = frameOf(tree, t.index); if (f && (f.pos!=='NOUN'|| f.possessors.length||f.obliques.length)) console.log('   ', f.lemma, f.pos, 'S', f.subjects.join(), 'O', f.objects.join(), 'I', f.indirect.join(), 'obl', f.obliques.map(o=>o.preposition+':'+o.index).join(' '), 'poss', f.possessors.join(), f.passive?'PASS':''); }
  console.log('  =>', read(text,{today:'2025-12-31'}).events.map(e=>`${e.actors.map(a=>a.text)}|${e.root}|${e.recipients.map(a=>a.text)}`).join('; '));
}
