/** How the page looks, on a screen and on paper (A4 or Letter), with the fonts that every machine has. */
export const pageStyle = `
:root { --ink: #23262b; --soft: #646b75; --line: #dfe2e6; --accent: #1f5c4d; --open: #8a5a00; --open-paper: #fdf6e7; --bad: #a12a2a; --bad-paper: #fcf0f0; }
* { box-sizing: border-box; }
html { background: #eef0f2; }
body { margin: 0; color: var(--ink); font: 10.5pt/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 210mm; margin: 24px auto; padding: 18mm 17mm; background: #fff; border-radius: 3px; box-shadow: 0 1px 3px #0002, 0 8px 30px #0001; }
header { padding-bottom: 5mm; margin-bottom: 6mm; border-bottom: 2.5pt solid var(--accent); }
.kind { margin: 0 0 1mm; color: var(--accent); font-size: 9pt; font-weight: 600; letter-spacing: .12em; text-transform: uppercase; }
h1 { margin: 0; font-size: 24pt; line-height: 1.15; font-weight: 650; letter-spacing: -.015em; overflow-wrap: anywhere; }
.standing { margin: 1.5mm 0 0; color: var(--soft); }
h2 { margin: 0 0 2mm; font-size: 12.5pt; font-weight: 650; color: var(--accent); break-after: avoid; }
section { margin-bottom: 6mm; }
p { margin: 0 0 1.6mm; overflow-wrap: anywhere; }
ul { margin: 0 0 1.6mm; padding-left: 5mm; }
li { margin-bottom: .7mm; overflow-wrap: anywhere; }
li::marker { color: var(--accent); }
table { width: 100%; margin: 0 0 2.5mm; border-collapse: collapse; font-size: 9.5pt; }
thead { display: table-header-group; }
th { padding: 1.2mm 3mm 1.2mm 0; border-bottom: 1pt solid var(--ink); color: var(--soft); font-size: 8pt; font-weight: 600; letter-spacing: .06em; text-align: left; text-transform: uppercase; }
td { padding: 1.6mm 3mm 1.6mm 0; border-bottom: .5pt solid var(--line); min-width: 15mm; vertical-align: top; overflow-wrap: anywhere; }
th:last-child, td:last-child { padding-right: 0; }
td:first-child { font-weight: 600; min-width: 26mm; }
tr { break-inside: avoid; }
small { color: var(--soft); font-size: 8.3pt; font-weight: 400; line-height: 1.35; }
.gap { padding: 1.4mm 3mm; border-left: 2.5pt solid var(--open); background: var(--open-paper); }
.gap b { margin-right: 2mm; color: var(--open); font-size: 8pt; letter-spacing: .06em; text-transform: uppercase; }
.answer { padding: 1.4mm 3mm; border-left: 2.5pt solid var(--soft); background: #f5f6f7; }
.answer b { margin-right: 1mm; }
.answer.yes { border-color: var(--accent); }
.answer.yes b { color: var(--accent); }
.answer.no { border-color: var(--bad); background: var(--bad-paper); }
.answer.no b { color: var(--bad); }
.answer.open { border-color: var(--open); background: var(--open-paper); }
.answer.open b { color: var(--open); }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 0 9mm; }
.columns > div { min-width: 0; }
footer { margin-top: 8mm; padding-top: 2mm; border-top: .5pt solid var(--line); color: var(--soft); font-size: 8pt; overflow-wrap: anywhere; }
.signatures { margin: 8mm 0 0; break-inside: avoid; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(72mm, 1fr)); gap: 0 10mm; }
.signature { padding-top: 11mm; break-inside: avoid; }
.line { border-bottom: .75pt solid var(--ink); }
.signature p { display: flex; justify-content: space-between; gap: 4mm; margin-top: 1mm; color: var(--soft); font-size: 8.5pt; }
.signature span { min-width: 24mm; }
@page { margin: 15mm 14mm; }
@media print {
  html { background: none; }
  body { font-size: 9pt; line-height: 1.38; }
  table { font-size: 8.5pt; }
  td { padding-top: 1.1mm; padding-bottom: 1.1mm; }
  small { font-size: 7.6pt; }
  section { margin-bottom: 4.5mm; }
  .signature { padding-top: 9mm; }
  main { max-width: none; margin: 0; padding: 0; box-shadow: none; }
  footer { margin-top: 3mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
/* One sheet of paper, if the words can be read then. */
@page one-sheet { margin: 7mm 9mm; }
@media print {
  .one-page { page: one-sheet; font-family: Arial, "Liberation Sans", "Helvetica Neue", sans-serif; font-size: 7pt; line-height: 1.16; }
  .one-page header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; padding-bottom: 1.2mm; margin-bottom: 1.8mm; border-bottom-width: 1.5pt; }
  .one-page .kind { width: 100%; margin: 0; font-size: 6.5pt; }
  .one-page h1 { font-size: 14pt; }
  .one-page .standing { margin: 0; }
  .one-page h2 { margin: 0 0 .5mm; font-size: 8.4pt; }
  .one-page section { margin-bottom: 1.4mm; }
  .one-page p, .one-page ul { margin-bottom: .4mm; }
  .one-page li { margin-bottom: 0; }
  .one-page ul { padding-left: 3.5mm; }
  .one-page table { margin-bottom: .8mm; font-size: 7pt; }
  .one-page th { padding: .3mm 2mm .3mm 0; border-bottom-width: .6pt; font-size: 5.6pt; }
  .one-page td { min-width: 0; padding: .3mm 2mm .3mm 0; }
  .one-page td:first-child, .one-page td, .one-page th { min-width: 0; }
  .one-page small { font-size: 6.2pt; }
  .one-page .gap { padding: .4mm 2mm; }
  .one-page .gap b { font-size: 6pt; }
  .one-page .columns { gap: 0 6mm; }
  .one-page .signatures { margin: 0; }
  .one-page .signatures h2 { float: left; margin-right: 3mm; }
  .one-page .signatures > p { padding-top: .3mm; }
  .one-page .grid { grid-template-columns: repeat(4, 1fr); gap: 0 5mm; clear: both; }
  .one-page .signature { padding-top: 5.6mm; }
  .one-page .signature p { margin: .3mm 0 0; font-size: 6.2pt; }
  .one-page .signature span { min-width: 8mm; }
  .one-page footer { display: none; }
}
@media (max-width: 640px) {
  .columns { grid-template-columns: 1fr; }
  main { margin: 0; padding: 6mm 5mm; border-radius: 0; }
  .grid { grid-template-columns: 1fr; }
  td { min-width: 0; }
}
`;
