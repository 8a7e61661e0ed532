const light = `color-scheme: light;
  --page: #ffffff; --panel: #f5f7f9; --line: #d5dce3; --text: #1b2127; --muted: #57616b; --accent: #0b5394;
  --critical: #a3122b; --high: #ad4400; --medium: #795900; --low: #1f5f8f; --info: #57616b; --good: #1a6b3c;`;
const dark = `color-scheme: dark;
  --page: #14181c; --panel: #1c2227; --line: #36404a; --text: #e7eaed; --muted: #a3adb8; --accent: #8fc1f5;
  --critical: #ff958f; --high: #f7a95f; --medium: #e0c152; --low: #86c3ee; --info: #a3adb8; --good: #7fd1a0;`;

/** Colours with a contrast of at least 4.5 to 1 on page and panel; the reader's choice beats the system's. */
export const theme = `:root { ${light} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
:root[data-theme="light"] { ${light} }
:root[data-theme="dark"] { ${dark} }
@media print { :root, :root[data-theme] { ${light} } }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); }
.low { --tone: var(--low); } .info { --tone: var(--info); }
`;
