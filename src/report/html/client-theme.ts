/** Script of the button that turns the page light or dark; needs `$` and `root`, the document's element. */
export const clientTheme = `const theme = $('theme');
const isDark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
theme.hidden = false;
theme.setAttribute('aria-pressed', String(isDark()));
theme.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  theme.setAttribute('aria-pressed', String(isDark()));
});`;
