// The chosen theme and density, put on the page before its first paint. A file of its own: the page's policy allows no
// script in the document. Everything else of the preferences is read by src/state/preferences.ts.
try {
  const { theme, density } = JSON.parse(localStorage.getItem('morning-check/preferences') ?? '{}')
  const { dataset } = document.documentElement
  if (theme === 'light' || theme === 'dark' || theme === 'contrast') dataset.theme = theme
  if (density === 'compact') dataset.density = density
} catch {
  // No storage, or not what was written: as the system.
}
