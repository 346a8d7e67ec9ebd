// The chosen theme, put on the page before its first paint. A file of its own: the page's policy allows no
// script in the document. Everything else of the preferences is read by src/state/preferences.ts.
try {
  const { theme } = JSON.parse(localStorage.getItem('morning-check/preferences') ?? '{}')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // No storage, or not what was written: as the system.
}
