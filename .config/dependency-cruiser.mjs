/** The floors of src: who may import whom, one rule and one sentence per floor (imports go down only). */
const floor = (name, may, comment) => ({
  name: `floor-${name}`,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...may].join('|')})/` },
});
const low = ['model', 'text'];

export default {
  forbidden: [
    floor('model', [], 'Types and schemas stand on nothing.'),
    floor('text', [], 'Small pure functions stand on nothing.'),
    floor('store', low, 'The store knows the model, and nobody else knows the engine.'),
    floor('graph', low, 'Graph algorithms are pure.'),
    floor('localisation', [], 'Where errors come from is a question of counts alone.'),
    floor('classify', low, 'Why messages failed is read from codes and words alone.'),
    floor('linkage', [...low, 'store'], 'Linking records asks nothing of who they are for.'),
    floor('sources', [...low, 'store'], 'Sources describe inputs; the store is handed in.'),
    floor(
      'facts',
      [...low, 'store', 'graph', 'linkage', 'localisation', 'classify'],
      'Facts are computed once, from normalised rows and the graph.',
    ),
    floor(
      'rules',
      [...low, 'store', 'graph', 'classify'],
      'Rules ask questions of facts; the store is handed in.',
    ),
    floor('findings', low, 'Judging is pure.'),
    floor(
      'triage',
      [...low, 'localisation', 'findings'],
      'Triage is pure; it grades as findings are graded.',
    ),
    floor('intake', low, 'A workbook and its questions are pure functions of the inventory.'),
    floor('report', low, 'A reporter is a pure function of the report.'),
    floor('map', [...low, 'graph', 'report'], 'Pictures and answers are pure functions of the map.'),
    floor(
      'app',
      [
        ...low,
        'store',
        'sources',
        'graph',
        'linkage',
        'localisation',
        'classify',
        'facts',
        'rules',
        'findings',
        'triage',
        'intake',
        'report',
        'map',
      ],
      'Only app joins floors.',
    ),
    {
      name: 'engine-only-in-store',
      comment: 'DuckDB is opened in one place.',
      severity: 'error',
      from: { path: '^(src|bin)/', pathNot: '^src/store/' },
      to: { path: 'node_modules/@duckdb' },
    },
    {
      name: 'files-only-at-the-edges',
      comment: 'Only the edges touch the file system or start processes.',
      severity: 'error',
      from: {
        path: '^src/(model|text|graph|linkage|localisation|classify|facts|findings|triage|intake|report|map)/',
      },
      to: { path: '^(node:)?(fs|fs/promises|child_process|net|http|https|os)$' },
    },
    {
      name: 'no-circular',
      comment: 'Imports go one way.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'generator-stands-alone',
      comment: 'The generator shares no code with what it tests.',
      severity: 'error',
      from: { path: '^test/generator/' },
      to: { path: '^src/' },
    },
    {
      name: 'reachable-from-bin',
      comment: 'Code nobody can reach from the command, or from the process it starts, is dead.',
      severity: 'error',
      from: { path: '^src/(cli/main|store/cell-process)' },
      to: { path: '^src/', pathNot: '^src/(cli/main|store/cell-process)', reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
