import { describe, expect, it } from 'vitest';
import { openOn, portOf, recording, typed } from './port.js';

describe('the explorer', () => {
  it('opens on the findings, worst first', () => {
    const { screen } = openOn(portOf());
    const [tabs, title, first] = screen().split('\n');
    expect(tabs).toContain('[2 Findings]');
    expect(title).toMatch(/findings, worst first\s+1\//);
    expect(first).toMatch(/^› {3}■ critical/);
  });

  it('leads from a finding to its system and back', () => {
    const { keys } = openOn(portOf(), { query: 'pack:preference' });
    expect(keys('enter')).toContain('Whom');
    expect(keys('n')).toContain('Home loans');
    expect(keys('escape', 'escape')).toContain('for pack:preference');
  });

  it('narrows while one types, and Esc keeps what was typed', () => {
    const { keys, session } = openOn(portOf());
    keys('/', ...typed('severity:critical'));
    expect(session.state.query).toBe('severity:critical');
    expect(keys('enter')).toMatch(/of \d+ for severity:critical/);
  });

  it('quits with q', () => {
    const { keys, ended } = openOn(portOf());
    keys('q');
    expect(ended).toEqual(['q']);
  });

  it('copies a command that shows the same page', () => {
    const deeds = recording();
    const { keys } = openOn(portOf(undefined, { deeds }));
    keys('/', ...typed('pack:flow'), 'enter', 's', 'y');
    expect(deeds.deeds).toEqual([['copy', 'unsilo explore bank --filter pack:flow --sort persons']]);
  });
});
