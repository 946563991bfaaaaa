import { describe, expect, it } from 'vitest';
import { find, rowsOf, unmark } from './marked.js';

function check(marked: string): void {
  const { text, rows } = unmark(marked);
  expect(rowsOf(find(text))).toEqual(rows);
}

describe('words in marks', () => {
  it.each([
    '“{q1:The border will stay shut},” {s1:the minister} {c1:said}.',
    '“{q1:The border will stay shut},” {c1:said} {s1:a spokesman for the interior ministry}.',
    '“{q1:The border will stay shut},” {c1:said} {s1:Ali Hassan, a spokesman for the interior ministry}.',
    '{s1:The prime minister} {c1:said}: “{q1:We will not pay}.”',
    '{s1:The prime minister} {c1:said}, “{q1:We will not pay}.”',
    '{s1:The prime minister} {c1:told} reporters in Ankara: “{q1:We will not pay}.”',
    '“{q1:We will not pay},” {s1:the prime minister} {c1:said}, “{q1:and they know it}.”',
    '“{q1:We will not pay},” {c1:said} {s1:the prime minister}, “{q1:and they know it}.”',
    '“{q1:Will they pay?}” {s1:she} {c1:asked}.',
    '“{q1:It is over. We are done with them},” {s1:he} {c1:told} parliament.',
    '"{q1:We were not told}," {s1:the mayor} {c1:said}.',
    '‘{q1:We weren’t told},’ {s1:the mayor} {c1:said}.',
    '«{q1:We were not told},» {s1:the mayor} {c1:said}.',
    '„{q1:We were not told},“ {s1:the mayor} {c1:said}.',
    '{s1:The general} {c1:called} the raid “{q1:an act of madness}”.',
    '{s1:The general} {c1:described} the raid as “{q1:an act of madness}”.',
    '{s1:The embassy} {c1:condemned} the raid as “{q1:barbaric}”.',
    '{s1:Beijing} {c1:urged} both sides to “{q1:stay calm}”.',
    '“{q1:We won},” {s1:the general} {c1:wrote} on Telegram.',
    '{s1:The president} {c1:said} on Sunday: “{q1:They lied to us}.”',
    'In the end {s1:the king} {c1:said} “{q1:never again}”.',
    '“{q1:No},” {c1:replied} {s1:the ambassador}.',
  ])('%s', check);

  it('go on over paragraphs that each open anew', () => {
    check(
      '“{q1:The talks have failed}.¶“{q1:We shall defend ourselves},” {s1:the foreign minister} {c1:said}.',
    );
  });

  it('go on in the next sentence with the same speaker and less confidence', () => {
    const found = find('“The road is open,” the governor said. “It will stay open.”');
    expect(rowsOf(found)).toEqual([
      { source: 'the governor', cue: 'said', content: ['The road is open'] },
      { source: 'the governor', cue: '', content: ['It will stay open'] },
    ]);
    expect(found.quotations[1]!.confidence).toBeLessThan(found.quotations[0]!.confidence);
  });

  it('are listed beside the clause that holds them', () => {
    const { report, quotations } = find('The minister said the plan was “dead on arrival”.');
    expect(quotations.map((q) => q.kind)).toEqual(['mixed', 'partial']);
    expect(quotations[1]!.within).toBe(0);
    const [content] = quotations[1]!.content;
    expect(report.text.slice(content!.start, content!.end)).toBe('dead on arrival');
  });

  it.each([
    'The two states signed a “comprehensive strategic partnership” treaty.',
    'Operation “Iron Sword” began at dawn.',
    'The army launched operation “Dawn Lion” in the north.',
    'The so-called “line of contact” was quiet.',
    'A film titled “Red Tide” was shown in Kyiv.',
    'The group is known as “the Wolves”.',
    'The cruiser “Varyag” entered the strait.',
    'The soldiers’ families and the ministers’ aides met in Minsk.',
    'It hasn’t rained since the nations’ summit in ’98.',
  ])('are a name and no quotation: %s', (text) => {
    expect(rowsOf(find(text))).toEqual([]);
  });

  it('lose nothing where a mark has no partner', () => {
    expect(rowsOf(find('“We are ready, the minister said.'))).toHaveLength(1);
    expect(() => find('”’“„»« said ” “ he')).not.toThrow();
  });
});

describe('reported clauses', () => {
  it.each([
    '{s1:Russia} {c1:said} {q1:its forces captured the village}.',
    '{s1:Russia} {c1:said} that {q1:its forces captured the village}.',
    '{s1:Russia} {c1:said} on Monday {q1:its forces captured the village}.',
    '{s1:Russia} {c1:said} in a statement that {q1:its forces captured the village}.',
    '{s1:The defence ministry} {c1:told} reporters that {q1:its forces captured the village}.',
    '{q1:Its forces captured the village}, {s1:Russia} {c1:said}.',
    '{q1:Its forces captured the village}, {c1:said} {s1:a ministry spokesman}.',
    '{q1:The village}, {s1:Russia} {c1:said}, {q1:had been captured}.',
    '{q1:Its forces captured the village}, {s1:the ministry} {c1:said} in a statement on Friday.',
    '{s1:Ukraine} {c1:denied} that {q1:it had lost the village}.',
    '{s1:Iran} {c1:warned} that {q1:it would close the strait}.',
    '{s1:Iran} {c1:warned} Israel that {q1:it would close the strait}.',
    '{s1:Iran} {c1:announced} that {q1:it would close the strait}.',
    '{s1:Iran} {c1:claims} {q1:the ship was in its waters}.',
    '{s1:Iran} {c1:insists} {q1:the programme is peaceful}.',
    '{s1:Analysts} {c1:believe} {q1:the talks will fail}.',
    '{s1:Washington} {c1:fears} that {q1:the talks will fail}.',
    '{s1:The envoy} {c1:asked} {q1:whether the talks would fail}.',
    '{s1:The envoy} {c1:explained} {q1:how the talks had failed}.',
    '{s1:The ministry} {c1:said} {q1:the attack killed six people}.',
    '{s1:Seoul} {c1:says} {q1:the balloons carried rubbish}, while {s2:Pyongyang} {c2:insists} {q2:they were an answer}.',
    '{s1:Iran’s president, Masoud Pezeshkian}, {c1:warned} that {q1:the strait could close}.',
    '{s1:Hossein Salami, the head of the Revolutionary Guards}, {c1:said} {q1:the strait could close}.',
    '{s1:A spokesman for the foreign ministry in Tehran} {c1:said} {q1:the strait could close}.',
    '{s1:The minister} also {c1:said} {q1:the strait could close}.',
    '{s1:The minister} has {c1:said} {q1:the strait could close}.',
    'But {s1:the minister} {c1:said} {q1:the strait could close}.',
    'On Friday, {s1:the minister} {c1:said} {q1:the strait could close}.',
    '{s1:The report} {c1:says} {q1:the dam is unsafe}.',
    '{s1:The court} {c1:ruled} that {q1:the arrest was unlawful}.',
    '{s1:He} {c1:added} that {q1:the dam was unsafe}.',
    '{s1:The general} was {c1:quoted as saying} that {q1:the dam was unsafe}.',
    '{c1:According to} {s1:the mayor}, {q1:the dam is unsafe}.',
    '{q1:The dam is unsafe}, {c1:according to} {s1:the mayor}.',
    '{q1:The dam is unsafe}, {c1:according to} {s1:two people familiar with the matter}.',
    '{c1:According to} {s1:the Washington Post}, {q1:the dam is unsafe}.',
    '{q1:The dam is unsafe}, {c1:as reported by} {s1:Interfax}.',
  ])('%s', check);

  it('carry on with the one who spoke', () => {
    check(
      '{s1:The ministry} {c1:said} {q1:six people died}. {s2:It} {c2:added} that {q2:two were children}.',
    );
    const rows = rowsOf(find('The ministry said six people died, adding that two were children.'));
    expect(rows.map((r) => [r.source, r.cue])).toEqual([
      ['The ministry', 'said'],
      ['The ministry', 'adding'],
    ]);
  });

  it.each([
    'The ministry did not say how many had died.',
    'The ministry declined to comment on the attack.',
    'The president vowed to crush the rebellion.',
    'Israel accused Hamas of violating the ceasefire.',
    'The ministers signed an agreement that opens the border.',
    'Soldiers fired on the crowd that had gathered in the square.',
    'The government announced an attack that killed six people.',
    'The talks are expected to resume on Monday.',
    'Hundreds marched through the capital on Sunday.',
    'The group wants to determine whether the vote was fair.',
  ])('are not found where nobody has said anything: %s', (text) => {
    expect(rowsOf(find(text))).toEqual([]);
  });
});

describe('labels with a colon', () => {
  it('name the speaker of a line of a transcript', () => {
    const rows = rowsOf(find('Q: Will you go?\nMINISTER HAYASHI: We are studying the matter.'));
    expect(rows).toEqual([{ source: 'MINISTER HAYASHI', cue: '', content: ['We are studying the matter'] }]);
  });

  it('are no speakers where they name a thing', () => {
    expect(rowsOf(find('The aim is clear: the border must open again.'))).toEqual([]);
  });
});
