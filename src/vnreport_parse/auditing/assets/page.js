// ---------------------------------------------------------------- rows
const reports = data.reports.map(([path, page, type, number, date, unit, period, counted, why, instead, counts, unexplained]) =>
  ({ path, page, type, number, date, unit, period, counted, why, instead, counts, unexplained }));
const reportOf = (place) => (typeof place === "number" ? reports[place] : { path: place });
const nameOf = (report) => report.path.split("/").pop();
const asCount = ([status, period, unit, title, authority, kind, kindName, count, evidence, reason]) =>
  ({ status, period, unit, title, authority, kind, kindName, count, evidence, reason });
const counts = data.counts.map((row) => ({ ...asCount(row), covered: row[9] })), apart = data.apart.map(asCount);
counts.forEach((row) => { row.reason = row.covered ? word("covered.yes") : ""; });
const findings = data.findings.map(([severity, code, message, unit, period, told, evidence]) =>
  ({ severity, code, message, unit, period, reports: told.map(reportOf), evidence }));
const citations = data.citations.map(([from, number, type, date, issuer, mentions, cited, evidence]) =>
  ({ report: reportOf(from), number, type, date, issuer, mentions, cited: cited === null ? null : reportOf(cited), evidence }));
const units = data.units.map(([unit, printed, how, number]) => ({ unit, printed, how, number }));

const searched = new WeakMap(); // the folded words of a row, made when first searched
function holds(row, wanted, texts) {
  if (!wanted.length) return true;
  if (!searched.has(row)) searched.set(row, folded(texts(row).filter(Boolean).join(" ")));
  const text = searched.get(row);
  return wanted.every((one) => text.includes(one));
}
const excerpts = (row) => row.evidence.slice(0, 5).map((at) => data.evidence[at].slice(1, 4).join(""));
const textsOf = {
  findings: (row) => [row.code, ...(data.rules[row.code] || []), word(`severity.${row.severity}`), row.message, row.unit, periodWords(row.period), ...row.reports.map((one) => one.path), ...excerpts(row)],
  counts: (row) => [row.title, row.unit, row.authority, row.kindName, row.status && word(`status.${row.status}`), periodWords(row.period), row.reason, ...excerpts(row)],
  reports: (row) => [row.path, row.number, row.type, row.unit, periodWords(row.period), row.why],
  units: (row) => [row.unit, row.printed, row.how],
  citations: (row) => [row.report.path, row.report.number, row.number, row.type, row.issuer, row.cited && row.cited.path],
};

// ---------------------------------------------------------------- evidence
const dialog = byId("evidence"), MOST_SHOWN = 40;
function figure(value, row, head, rule) {
  if (!row.evidence.length) return shownNumber(value);
  return h("button", { type: "button", class: "figure", title: word("figure_hint"), onclick: () => openEvidence(row.evidence, head, rule) }, shownNumber(value));
}
function openEvidence(places, head, rule) {
  byId("evidence-head").textContent = head;
  const list = byId("evidence-list");
  list.replaceChildren(...(rule ? [h("p", { class: "remark" }, h("strong", {}, rule[0]), ...rule.slice(1).filter(Boolean).flatMap((one) => [h("br"), one]))] : []));
  const more = (from) => {
    places.slice(from, from + MOST_SHOWN).forEach((place) => list.append(card(data.evidence[place])));
    if (from + MOST_SHOWN < places.length) {
      const button = h("button", { type: "button", onclick: () => { button.remove(); more(from + MOST_SHOWN); } }, word("show_more"));
      list.append(button);
    }
  };
  more(0);
  dialog.showModal();
  dialog.scrollTop = 0;
}
function card([place, before, marked, after, page, section, link]) {
  const report = reportOf(place);
  const where = [report.number, report.unit, report.period && periodWords(report.period), page && word("page_short", { page }), section && word("section_short", { section })];
  return h("article", { class: "card" },
    h("blockquote", {}, before, h("mark", {}, marked), after),
    h("p", {}, h("strong", {}, nameOf(report)), " · ", where.filter(Boolean).join(" · ")),
    link && h("p", {}, h("a", { href: link, target: "_blank", rel: "noopener" }, word("open_there"))));
}
byId("close").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

// ---------------------------------------------------------------- tables
const text = (head, value, look) => ({ head: word(head), value, look });
const number = (head, value, cell) => ({ head: word(head), value, cell, number: true });
const pageOf = (report) => (report.page ? h("a", { href: encodeURI(report.page), target: "_blank", rel: "noopener" }, nameOf(report)) : nameOf(report));
const told = (row) => [row.status && word(`status.${row.status}`), row.title, row.kindName, row.unit, periodWords(row.period)].filter(Boolean).join(" · ");
const printedFinding = (row) => [row.message, ...row.evidence.slice(0, 3).map((at) => {
  const [place, before, marked, after] = data.evidence[at];
  return h("small", {}, `${nameOf(reportOf(place))}: `, before, h("mark", {}, marked), after);
})];
const countColumns = [
  text("status", (row) => row.status && word(`status.${row.status}`), "words"), text("period", (row) => periodWords(row.period), "words"), text("unit", (row) => row.unit),
  text("title", (row) => row.title, "wide"), text("authority", (row) => row.authority), text("kind", (row) => row.kindName, "words"),
  number("count", (row) => row.count, (row) => figure(row.count, row, told(row))),
];
const shown = {
  findings: new Table(byId("findings"), word("findings"), [
    { head: word("severity"), look: "short", value: (row) => String(["error", "warning", "info"].indexOf(row.severity)), cell: (row) => h("span", { class: `badge ${row.severity}` }, word(`severity.${row.severity}`)) },
    { ...text("code", (row) => row.code, "short"), cell: (row) => h("span", { title: (data.rules[row.code] || [""])[0] }, row.code) }, { ...text("message", (row) => row.message, "wide"), print: printedFinding }, text("unit", (row) => row.unit),
    text("period", (row) => periodWords(row.period)),
    { head: word("report"), value: (row) => row.reports.map((one) => one.path).join(" "), cell: (row) => h("span", {}, ...row.reports.slice(0, 4).flatMap((one, at) => [at ? h("br") : "", pageOf(one)]), row.reports.length > 4 ? ` ${word("more", { count: row.reports.length - 4 })}` : "") },
    number("evidence_count", (row) => row.evidence.length, (row) => figure(row.evidence.length, row, `${row.code} · ${row.message}`, data.rules[row.code])),
  ], findings.length ? null : word("no_findings")),
  counts: new Table(byId("counts"), word("counts"), counts.some((row) => row.covered) ? [...countColumns, text("covered", (row) => row.reason)] : countColumns),
  apart: new Table(byId("apart"), word("apart"), [...countColumns, text("reason", (row) => row.reason)]),
  reports: new Table(byId("reports"), word("reports"), [
    { head: word("report"), value: (row) => row.path, cell: (row) => h("span", { title: row.path }, pageOf(row)) }, text("number", (row) => row.number), text("date", (row) => row.date, "short"),
    text("unit", (row) => row.unit, "wide"), text("period", (row) => periodWords(row.period)),
    text("counted", (row) => (row.counted ? word("yes") : [word("no"), row.why, row.instead].filter(Boolean).join(": "))),
    number("figures", (row) => row.counts), number("unexplained", (row) => row.unexplained),
  ]),
  units: new Table(byId("units"), word("units"), [text("taken_for", (row) => row.unit, "wide"), text("printed", (row) => row.printed, "wide"), text("how", (row) => row.how), number("reports", (row) => row.number)]),
  citations: new Table(byId("citations"), word("citations"), [
    { head: word("report"), value: (row) => row.report.path, cell: (row) => pageOf(row.report) }, text("cited", (row) => row.number, "wide"), text("doc_type", (row) => row.type),
    text("date", (row) => row.date, "short"), text("issuer", (row) => row.issuer),
    { head: word("in_audit"), value: (row) => (row.cited ? row.cited.path : ""), cell: (row) => (row.cited ? pageOf(row.cited) : "") },
    number("mentions", (row) => row.mentions, (row) => figure(row.mentions, row, [row.type, row.number].filter(Boolean).join(" "))),
  ]),
};

// ---------------------------------------------------------------- statutory forms
const formName = (one) => `${word("form", { code: one.code })} · ${periodWords(one.period)}`;
const filled = (one) => one.cells.reduce((count, cell) => count + (cell[2] !== null), 0);
let chosenForm = data.forms.reduce((best, one) => (!best || filled(one) > filled(best) ? one : best), null);
function drawForms(period) {
  const forms = data.forms.filter((one) => !period || one.period === period);
  if (!forms.includes(chosenForm)) chosenForm = forms.find((one) => chosenForm && one.code === chosenForm.code) || forms[0] || chosenForm;
  if (!forms.length) { byId("forms").replaceChildren(h("p", { class: "nothing" }, word("no_rows"))); return; }
  const choice = h("select", { onchange: (event) => { chosenForm = forms[Number(event.target.value)]; drawForms(period); byId("forms").querySelector("select").focus(); } },
    forms.map((one, at) => h("option", { value: at, selected: one === chosenForm }, formName(one))));
  byId("forms").replaceChildren(h("p", { class: "choice" }, h("label", {}, word("choose_form"), " ", choice)), drawnForm(chosenForm));
}
function drawnForm(one) {
  const cells = new Map(one.cells.map((cell) => [JSON.stringify([cell[0], cell[1]]), cell]));
  let empty = 0;
  const cellOf = (row, column) => {
    const cell = cells.get(JSON.stringify([row[0], column[0]]));
    if (!cell || cell[2] === null) { empty += 1; return h("td", { class: "number empty" }); }
    return h("td", { class: "number" }, figure(cell[2], { evidence: cell[3] }, `${formName(one)} · ${row[1]} · ${column[1]}`));
  };
  const body = one.rows.map((row) => h("tr", {}, h("th", { scope: "row" }, row[1]), h("td", { class: "code" }, row[0]), one.columns.map((column) => cellOf(row, column))));
  return h("div", { class: "form" }, h("h3", {}, `${formName(one)}: ${one.title}`),
    h("div", { class: "scroll" }, h("table", {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, word("row")), h("th", { scope: "col" }, word("code")), one.columns.map((column) => h("th", { scope: "col" }, column[1]))),
        h("tr", { class: "codes" }, h("td", {}, "A"), h("td", {}, "B"), one.columns.map((column) => h("td", {}, column[0])))),
      h("tbody", {}, body))),
    empty ? h("p", { class: "remark" }, word("form_empty", { count: empty })) : "");
}

// ---------------------------------------------------------------- filters
const form = byId("form"), filters = {};
function choose(name, value) {
  form.elements[name].value = form.elements[name].value === value ? "" : value;
  update();
}
function update() {
  for (const name of ["q", "unit", "period", "title", "status", "severity", "code"]) filters[name] = form.elements[name].value.trim();
  const wanted = folded(filters.q).split(/\s+/).filter(Boolean);
  const same = (row, ...names) => names.every((name) => !filters[name] || row[name] === filters[name]);
  const figures = (row) => same(row, "unit", "period", "title", "status") && holds(row, wanted, textsOf.counts);
  const chosen = counts.filter(figures);
  shown.findings.show(findings.filter((row) => same(row, "unit", "period", "severity", "code") && holds(row, wanted, textsOf.findings)));
  shown.counts.show(chosen);
  shown.apart.show(apart.filter(figures));
  shown.reports.show(reports.filter((row) => same(row, "unit", "period") && holds(row, wanted, textsOf.reports)));
  shown.units.show(units.filter((row) => same(row, "unit") && holds(row, wanted, textsOf.units)));
  shown.citations.show(citations.filter((row) => (!filters.unit || row.report.unit === filters.unit) && (!filters.period || row.report.period === filters.period) && holds(row, wanted, textsOf.citations)));
  drawCharts(byId("charts"), chosen, filters, choose);
  drawForms(filters.period);
  const active = [...form.elements].filter((one) => one.name && one.value).map((one) => (one.tagName === "SELECT" ? one.selectedOptions[0].textContent : `“${one.value}”`));
  byId("active").textContent = active.length ? `${word("filtered")}: ${active.join(" · ")}` : "";
}
function options(name, values) {
  form.elements[name].replaceChildren(h("option", { value: "" }, word("any")), ...values.map(([value, shownAs]) => h("option", { value }, shownAs)));
}
const distinct = (rows, name) => [...new Set(rows.map((row) => row[name]))].filter(Boolean).sort(compare);
const plain = (values) => values.map((value) => [value, clipped(value, 90)]);
document.querySelectorAll("[data-word]").forEach((one) => { one.textContent = word(one.dataset.word); });
options("unit", plain(distinct([...reports, ...counts, ...findings], "unit")));
options("period", Object.entries(data.periods));
options("title", plain(distinct([...counts, ...apart], "title")));
options("status", data.statuses.filter((status) => [...counts, ...apart].some((row) => row.status === status)).map((status) => [status, word(`status.${status}`)]));
options("severity", ["error", "warning", "info"].map((one) => [one, word(`severity.${one}`)]));
options("code", distinct(findings, "code").map((code) => [code, clipped([code, (data.rules[code] || [])[0]].filter(Boolean).join(" "), 90)]));
let waiting = 0;
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  waiting = setTimeout(update, event.target.name === "q" ? 150 : 0);
});
form.addEventListener("reset", () => setTimeout(update, 0));
const narrow = window.matchMedia("(max-width: 50rem)");
narrow.addEventListener("change", update);
form.addEventListener("submit", (event) => event.preventDefault());

// ---------------------------------------------------------------- the rest
function drawTiles() {
  const all = data.overview, tile = (kind, value, name, ...notes) => h("div", { class: `tile ${kind}` }, h("b", {}, shownNumber(value)), ` ${name}`, notes.filter(Boolean).map((note) => h("small", {}, note)));
  const finding = (severity, value, name) => h("button", { type: "button", class: `tile ${severity}`, onclick: () => { choose("severity", severity); location.hash = "s-findings"; } }, h("b", {}, shownNumber(value)), ` ${name}`);
  byId("tiles").replaceChildren(
    finding("error", all.errors, word("tile_errors")), finding("warning", all.warnings, word("tile_warnings")), finding("info", all.notes, word("tile_notes")),
    tile("", all.reports, word("tile_reports"), word("tile_counted", { count: all.counted }), all.unread && word("tile_unread", { count: all.unread })),
    tile("", all.units, word("tile_units"), data.missing.length && word("tile_missing", { count: data.missing.length })),
    tile("", all.periods, word("tile_periods")));
}
function drawLists() {
  const list = (place, head, entries) => entries.length && byId(place).replaceChildren(h("h3", {}, head), h("ul", {}, entries.map((entry) => h("li", {}, entry))));
  list("unread", word("unread"), data.unread.map(([path, reason]) => `${path}: ${reason}`));
  list("missing", word("missing_units"), data.missing.map(([unit, period]) => `${unit} · ${period}`));
  list("notes", word("notes"), data.notes);
}
function drawJump() {
  byId("jump").replaceChildren(...[...document.querySelectorAll("main > section")].filter((section) => {
    const key = section.id.slice(2), empty = Array.isArray(data[key]) && !data[key].length && key !== "findings" && !(key === "reports" && data.unread.length) && !(key === "units" && data.missing.length);
    section.hidden = empty;
    return !empty;
  }).map((section) => h("a", { href: `#${section.id}` }, section.querySelector("h2").textContent.replace(/[,(].*/, ""))));
}
for (const node of document.querySelectorAll(".graph [data-n]")) {
  const light = (on) => () => document.querySelectorAll(`.graph [data-a="${node.dataset.n}"], .graph [data-b="${node.dataset.n}"]`).forEach((edge) => edge.classList.toggle("lit", on));
  node.addEventListener("mouseenter", light(true));
  node.addEventListener("mouseleave", light(false));
  node.addEventListener("focusin", light(true));
  node.addEventListener("focusout", light(false));
}
if (narrow.matches) byId("filters").open = false;
drawTiles();
drawLists();
drawJump();
update();
