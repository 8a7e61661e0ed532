import { describe, expect, test } from 'vitest';
import { parseTemplate } from '../../../src/templates/syntax/index.js';

const told = (text: string) =>
  parseTemplate(text, 'blade').uses.map(({ name, role, raw, fallback, local, start, end }) =>
    [
      text.slice(start, end),
      name,
      role,
      ...(raw ? ['raw'] : []),
      ...(fallback ? ['fallback'] : []),
      ...(local ? ['local'] : []),
    ].join(' '),
  );

describe('Blade', () => {
  test.each<[string, string[]]>([
    ['Dear {{ $user->name }}', ['user->name user.name output']],
    ["{{ $order['total'] ?? 'none' }}", ["order['total'] order.total output fallback"]],
    ['{!! $note !!}', ['note note output raw']],
    ['{{-- $hidden --}}@{{ $shown }}', []],
    ['@if ($user->isNew()) new @endif', ['user user condition fallback']],
    [
      '@foreach ($lines as $line){{ $line->sum }}@endforeach',
      ['lines lines loop', 'line->sum lines[].sum output'],
    ],
    [
      '@foreach ($map as $key => $value){{ $key }}{{ $value }}@endforeach',
      ['map map loop', 'key  output local', 'value map[] output'],
    ],
    ["{{ __('mail.hello', ['name' => $user->name]) }}", ['user->name user.name output']],
  ])('%s', (text, uses) => {
    expect(told(text)).toEqual(uses);
  });

  test('names the partials and the layout it is put together with', () => {
    const { includes } = parseTemplate("@extends('mails.base') @include('mails.foot')", 'blade');
    expect(includes.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'layout mails.base',
      'partial mails.foot',
    ]);
  });

  test('reads what never ends in time', () => {
    for (const piece of ['@if(', '{{', '{!!', '@a((', '{{--', '@verbatim '])
      expect(() => parseTemplate(piece.repeat(8000), 'blade')).not.toThrow();
  });
});
