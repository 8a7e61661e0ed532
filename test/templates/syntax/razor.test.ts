import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../../src/templates/syntax/index.js';

const told = (text: string) =>
  parseTemplate(text, 'razor').uses.map(({ name, role, raw, fallback, start, end }) =>
    [text.slice(start, end), name, role, ...(raw ? ['raw'] : []), ...(fallback ? ['fallback'] : [])].join(
      ' ',
    ),
  );

describe('Razor', () => {
  test.each<[string, string[]]>([
    ['Dear @Model.User.Name, mail ann@Model.example', ['User.Name User.Name output']],
    [
      '@Model.Amount.ToString("C") @(Model.City ?? "there")',
      ['Amount Amount output', 'City City output fallback'],
    ],
    ['@L["Greeting", Model.Name] @ViewBag.Title @DateTime.Now', ['Name Name output']],
    ['@Html.Raw(Model.Note)', ['Note Note output raw']],
    ['@* @Model.Hidden *@ @@media @model Invoice', []],
    [
      '@if (Model.Paid) { <p>@Model.Paid</p> } @Model.Paid',
      ['Paid Paid condition', 'Paid Paid output fallback', 'Paid Paid output'],
    ],
    [
      '@foreach (var line in Model.Lines) { <i>@line.Sum</i> }',
      ['Lines Lines loop', 'line.Sum Lines[].Sum output'],
    ],
    ['@foreach (var key in Keys) { @key.Name }', []],
  ])('%s', (text, uses) => {
    expect(told(text)).toEqual(uses);
  });

  test.each([
    ['@if (Model.Paid) { <p>', "The block '@if' is never closed."],
    ['@Html.Raw(Model.Note', 'The parentheses of the expression do not match.'],
    ['@{ Layout = "_Mail";', "'@{' is never closed."],
  ])('says what is wrong with %s', (text, message) => {
    expect(parseTemplate(text, 'razor').problems.map((one) => one.message)).toEqual([message]);
  });

  test('names the partials and the layout it is put together with', () => {
    const text = '@{ Layout = "_Mail"; } @await Html.PartialAsync("_Head") <partial name="_Foot" />';
    const { includes } = parseTemplate(text, 'razor');
    expect(includes.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'layout _Mail',
      'partial _Head',
      'partial _Foot',
    ]);
  });

  test('reads what never ends in time', () => {
    for (const piece of ['@if(', '@(', '@{', '@a[', '@*', '<partial '])
      expect(() => parseTemplate(piece.repeat(8000), 'razor')).not.toThrow();
  });
});
