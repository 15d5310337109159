/** The look of the product's pages, in a file that stands alone: paper, ink, lacquer red for what is asked, gold only as a line. */
export const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fffdf8; color: #1b1b1f; font: 16px/1.5 "Noto Sans", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
header, main { max-width: 1000px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 28px; padding-bottom: 18px; border-bottom: 3px solid #b98a2e; position: relative; }
header a { position: absolute; right: 24px; top: 34px; color: #7a1315; }
h1 { margin: 0; font-size: 30px; line-height: 1.3; color: #7a1315; }
h2 { margin: 0 0 8px; font-size: 21px; line-height: 1.3; }
h3 { margin: 24px 0 8px; font-size: 17px; }
p { margin: 4px 0; }
.office { font-size: 19px; font-weight: 650; }
.note { color: #3d3a36; }
section { margin: 34px 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(165px, 1fr)); gap: 12px; margin: 26px 0 0; }
.tiles div { display: flex; flex-direction: column-reverse; justify-content: flex-end; background: #f5f0e6; border-radius: 8px; padding: 12px 14px; }
.tiles dt { color: #3d3a36; line-height: 1.35; }
.tiles dd { margin: 0; font-size: 27px; font-weight: 700; line-height: 1.3; }
.verdict { font-size: 19px; font-weight: 650; background: #eaf4ec; color: #0e3f23; border-left: 5px solid #0e3f23; padding: 10px 14px; margin: 10px 0 14px; }
.key { list-style: none; margin: 4px 0 12px; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 24px; color: #3d3a36; }
.key span { display: inline-block; width: 14px; height: 14px; margin-right: 8px; vertical-align: -1px; }
svg { display: block; width: 100%; min-width: 640px; height: auto; font-family: inherit; }
svg .label { font-size: 15px; fill: #1b1b1f; }
svg .label, svg .strong { paint-order: stroke; stroke: #fffdf8; stroke-width: 5px; }
svg .strong { font-size: 15px; font-weight: 650; fill: #1b1b1f; }
svg .small { font-size: 13.5px; fill: #3d3a36; }
svg .in { font-size: 14px; font-weight: 650; }
.wide { overflow-x: auto; }
table { margin-top: 18px; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 7px 10px; text-align: right; border-bottom: 1px solid #ddd3bf; vertical-align: bottom; }
td { white-space: nowrap; }
th { font-weight: 650; font-size: 14px; line-height: 1.35; }
tbody th { font-size: 16px; white-space: nowrap; }
th:first-child { text-align: left; }
tr.enough { background: #eaf4ec; }
@media (max-width: 600px) { header a { position: static; } }
@media print { header a { display: none; } section { break-inside: avoid; } }
`;
