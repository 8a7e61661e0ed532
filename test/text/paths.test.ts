import { posix, win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../src/text/file-name.js';
import { insideOf } from '../../src/text/inside-of.js';

describe('a place as a folder sees it', () => {
  it.each([
    [posix, '/data/bank', '/data/bank/in/a.csv', 'in/a.csv'],
    [posix, '/data/bank', '/data/bank', ''],
    [posix, '/data/bank', '/data/bank/..a.csv', '..a.csv'],
    [posix, '/data/bank', '/data/other', undefined],
    [posix, '/data/bank', '/data', undefined],
    [win32, 'C:\\data\\bank', 'c:\\Data\\bank\\in\\a.csv', 'in/a.csv'],
    [win32, 'C:\\data\\bank', 'C:/data/bank/in/a.csv', 'in/a.csv'],
    [win32, 'C:\\data\\bank', 'D:\\bank\\a.csv', undefined],
    [win32, 'C:\\data\\bank', 'C:\\data', undefined],
    [win32, '\\\\server\\share\\bank', '\\\\server\\share\\bank\\a.csv', 'a.csv'],
    [win32, '\\\\server\\share\\bank', '\\\\server\\other\\a.csv', undefined],
    [win32, 'C:\\bank', '\\\\server\\share\\a.csv', undefined],
  ])('is inside or not: %# %s %s', (paths, folder, place, expected) => {
    expect(insideOf(folder, place, paths)).toBe(expected);
  });
});

describe('a file named after something of an input', () => {
  it.each([
    ['core-banking', 'core-banking'],
    ['Kärnten & co/мир', 'Kärnten___co_мир'],
    ['..\\..\\x', '__.._x'],
    ['C:\\x', 'C__x'],
    ['CON', '_CON'],
    ['nul.csv', '_nul.csv'],
    ['com1', '_com1'],
    ['console', 'console'],
    ['LPT¹', '_LPT¹'],
    ['ends.', 'ends_'],
    ['a:b*?"<>|', 'a_b______'],
  ])('%j becomes %j', (name, expected) => expect(fileName(name)).toBe(expected));
});
