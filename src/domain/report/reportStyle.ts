/** Colours by name: of a light ground and of a dark one. Text has 4.5:1 against its ground, lights and lines 3:1. */
export const REPORT_COLOURS = {
  ground: ['#ffffff', '#15181d'],
  text: ['#20252d', '#e6e9ee'],
  quiet: ['#565d69', '#a6adb8'],
  hair: ['#d9dce1', '#363c46'],
  line: ['#6b7280', '#949cab'],
  red: ['#b4231a', '#ff7a6b'],
  orange: ['#945200', '#f0ab4a'],
  green: ['#28784f', '#5db489'],
  unknown: ['#5c6370', '#a6adb8'],
  mark: ['#ffffff', '#15181d'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

const colours = (dark: 0 | 1): string =>
  Object.entries(REPORT_COLOURS)
    .map(([name, pair]) => `--${name}:${pair[dark]}`)
    .join(';')

/** The look of a report: of the file alone, as nothing is loaded. On paper it is dense: two columns, in which 50 services fit one page of A4. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;${colours(0)}}
@media screen and (prefers-color-scheme:dark){:root{${colours(1)}}}
*{box-sizing:border-box}
body{margin:0 auto;padding:24px;max-width:1120px;background:var(--ground);color:var(--text);font:14px/20px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;font-variant-numeric:tabular-nums}
h1{margin:0 0 4px;font-size:22px;line-height:28px;font-weight:600}
h2{margin:20px 0 4px;font-size:15px;line-height:20px;font-weight:600}
p{margin:0 0 4px}
.quiet,.when,thead{color:var(--quiet)}
.verdict{margin:12px 0 4px;font-size:16px;line-height:24px}
blockquote{margin:4px 0;padding-left:12px;border-left:2px solid var(--hair)}
dl{display:flex;gap:4px 24px;flex-wrap:wrap;margin:8px 0}
dl div{display:flex;gap:8px;align-items:baseline}
dd{margin:0;font-weight:600}
table{width:100%;border-collapse:collapse}
th,td{padding:4px 12px 4px 0;border-top:1px solid var(--hair);vertical-align:top;text-align:left;overflow-wrap:anywhere}
thead th{border-top:0;font-size:12px;font-weight:400}
tbody th{width:208px;font-weight:600}
td.is{width:128px}
td.when{width:224px}
td.drawn{width:112px;padding-right:0}
ul{margin:0;padding:0;list-style:none}
section>ul{padding:0}
a{color:inherit;text-underline-offset:2px}
a:focus-visible{outline:2px solid var(--text);outline-offset:2px}
.gaps{border-left:3px solid var(--unknown);padding-left:12px}
.light{display:inline-flex;gap:6px;align-items:center;white-space:nowrap}
.light.red,.fit.red{color:var(--red)}
.light.orange,.fit.orange{color:var(--orange)}
.light.green,.fit.green{color:var(--green)}
.light.unknown,.fit.unknown{color:var(--unknown)}
.shape{width:16px;height:16px;flex:none;stroke-linejoin:round;stroke-linecap:round}
.area{fill:currentcolor;stroke:currentcolor}
.stroke{fill:none;stroke:currentcolor;stroke-linecap:butt}
.mark{fill:none;stroke:var(--mark)}
.spark{display:block;width:96px;height:24px;overflow:visible;fill:none}
.spark .line{stroke:var(--line);stroke-width:12}
.spark .bound{stroke:var(--line);stroke-width:8;stroke-dasharray:30 20}
.spark .fit{stroke:currentcolor;stroke-width:20}
.deploys{fill:var(--line)}
.restarts{stroke:var(--line);stroke-width:10}
@media (max-width:640px){body{padding:16px}table,tbody,tr,td,tbody th{display:block;width:auto}thead{position:absolute;clip-path:inset(50%)}tbody tr{padding:6px 0;border-top:1px solid var(--hair)}tbody td,tbody th{border:0;padding:0}td.is,td.when,td.drawn{width:auto}}
.paper{display:none}
@media print{
@page{size:A4;margin:6mm}
:root{color-scheme:light}
*{print-color-adjust:exact}
body{padding:0;max-width:none;font-size:7.5pt;line-height:9.5pt}
.dense{font-size:6.7pt;line-height:8pt}
h1{margin:0;font-size:12pt;line-height:14pt}
h2{margin:3pt 0 .5pt;font-size:8.5pt;line-height:11pt;break-after:avoid}
.dense h2{margin-top:2pt;font-size:7.5pt;line-height:9pt}
p,blockquote{margin:0}
blockquote p{display:inline}
blockquote p+p::before{content:' '}
.verdict{margin:1pt 0;font-size:9pt;line-height:11pt}
dl{margin:1pt 0}
.light{gap:3pt}
.shape{width:8pt;height:8pt}
.sections{columns:2;column-gap:14pt}
thead{display:none}
table,tbody{display:block}
tbody tr{display:block;position:relative;padding:.5pt 0;break-inside:avoid;overflow-wrap:anywhere}
tbody tr:has(td.is){padding-left:12pt}
tbody tr:has(.spark){padding-right:50pt}
tbody th,tbody td{display:inline;padding:0;border:0}
td.is{position:absolute;left:0;top:.5pt;width:8pt}
td.is .light{font-size:0}
td.drawn{position:absolute;right:0;top:.5pt;width:44pt}
.spark{width:44pt;height:8.5pt}
td.when::before{content:' '}
td.lines::before{content:' · '}
td.when:empty,td.lines:empty,tr.named{display:none}
ul,li{display:inline}
li+li::before{content:' · '}
.gaps li,.week li{display:list-item}
.gaps li+li::before,.week li+li::before{content:none}
.short li+li:not(.paper){display:none}
.paper{display:revert}
li.paper{display:inline}
a{text-decoration:none}
}
`
