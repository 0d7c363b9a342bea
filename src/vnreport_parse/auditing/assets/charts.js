// Horizontal bars: a name above its bars stays legible however long it is. A chart is drawn anew with each filter.
const COLOURS = {
  conferred: "#1b5e94", proposed: "#e08e1b",
  collective: "#5a3d8a", individual: "#4aa79b", household: "#c8a415", mixed: "#a05a7a", other: "#8a94a0",
};
const NAME_HEIGHT = 18, BAR_HEIGHT = 13, MOST_BARS = 12;

// `groups`: [{name, values: {series: number}, pick}]; stacked bars share a line, others have one each.
function barChart(title, groups, series, stacked) {
  const width = narrow.matches ? 340 : 560;
  const legend = h("p", { class: "legend" }, series.map(([key, name]) =>
    h("span", {}, svg("svg", { viewBox: "0 0 10 10", width: 11, height: 11, "aria-hidden": "true" },
      svg("rect", { width: 10, height: 10, rx: 2, fill: COLOURS[key] })), " ", name)));
  if (!groups.length) return h("figure", { class: "chart" }, h("figcaption", {}, title), h("p", { class: "nothing" }, word("no_rows")));
  const sum = (group) => series.reduce((all, [key]) => all + (group.values[key] || 0), 0);
  const rest = groups.find((group) => group.rest); // a sum of many would dwarf the bars: it is said in words
  groups = groups.filter((group) => !group.rest);
  const longest = Math.max(1, ...groups.map((group) => (stacked ? sum(group) : Math.max(...series.map(([key]) => group.values[key] || 0)))));
  const room = width - 70, lines = stacked ? 1 : series.length, step = NAME_HEIGHT + lines * BAR_HEIGHT + 9;
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${groups.length * step}`, role: "group", "aria-label": title });
  groups.forEach((group, at) => {
    const top = at * step, told = series.map(([key, name]) => `${name}: ${shownNumber(group.values[key] || 0)}`).join(", ");
    const one = svg("g", group.pick ? { class: "pick", tabindex: 0, role: "button", "aria-label": `${group.name}. ${told}. ${word("pick")}`,
      onclick: group.pick, onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); group.pick(); } } }
      : { role: "img", "aria-label": `${group.name}. ${told}` },
      svg("title", {}, `${group.name}\n${told}`),
      svg("rect", { class: "ground", x: 0, y: top, width: width, height: step - 4 }),
      svg("text", { x: 0, y: top + 13, class: "name" }, clipped(group.name, width / 7)));
    let x = 0;
    series.forEach(([key], line) => {
      const value = group.values[key] || 0, length = (value / longest) * room;
      const y = top + NAME_HEIGHT + (stacked ? 0 : line * BAR_HEIGHT);
      if (value) one.append(svg("rect", { x, y, width: Math.max(length, 1.5), height: BAR_HEIGHT - 2, fill: COLOURS[key] }));
      if (stacked) {
        if (length > 30) one.append(svg("text", { class: `inside ${key}`, x: x + length / 2, y: y + 9.5 }, shownNumber(value)));
        x += length;
      } else one.append(svg("text", { class: "value", x: length + 5, y: y + 10 }, shownNumber(value)));
    });
    if (stacked) one.append(svg("text", { class: "value", x: x + 5, y: top + NAME_HEIGHT + 10 }, shownNumber(sum(group))));
    drawing.append(one);
  });
  const others = rest && h("p", { class: "remark" }, `${rest.name}: `, series.filter(([key]) => rest.values[key]).map(([key, name]) => `${name} ${shownNumber(rest.values[key])}`).join(", "));
  return h("figure", { class: "chart" }, h("figcaption", {}, title), legend, drawing, others);
}
const clipped = (text, most) => (text.length > most ? text.slice(0, Math.floor(most) - 1) + "…" : text);

// Sums of the rows by a name; the largest first, what is beyond `MOST_BARS` in one last group.
function grouped(rows, nameOf, seriesOf, pick, inOrder) {
  const groups = new Map();
  for (const row of rows) {
    const name = nameOf(row);
    if (!groups.has(name)) groups.set(name, { name, values: {}, pick: pick && (() => pick(row)) });
    for (const key of seriesOf(row)) groups.get(name).values[key] = (groups.get(name).values[key] || 0) + row.count;
  }
  const total = (group) => Object.values(group.values).reduce((a, b) => a + b, 0);
  const all = [...groups.values()];
  if (inOrder) return all;
  all.sort((a, b) => total(b) - total(a) || compare(a.name, b.name));
  if (all.length <= MOST_BARS + 1) return all;
  const rest = all.slice(MOST_BARS), others = { name: word("others", { count: rest.length }), values: {}, rest: true };
  for (const group of rest) for (const key in group.values) others.values[key] = (others.values[key] || 0) + group.values[key];
  return [...all.slice(0, MOST_BARS), others];
}

function drawCharts(place, rows, filters, choose) {
  const told = rows.filter((row) => row.kind !== "pieces");
  // Where periods are added, the half-year whose year is there as well is left out.
  const added = filters.period ? told : told.filter((row) => !row.covered);
  // Tens of thousands of families (Gia đình văn hóa) would dwarf all others: they are drawn where nothing else is.
  const others = added.filter((row) => row.kind !== "household");
  const people = others.length ? others : added;
  const conferred = (row) => row.status === "conferred" || row.status === "proposed_and_conferred";
  const proposed = (row) => row.status === "proposed" || row.status === "proposed_and_conferred";
  const shown = filters.status ? people : people.filter(conferred);
  const status = word(`status.${filters.status || "conferred"}`);
  const kinds = Object.keys(COLOURS).slice(2).filter((kind) => shown.some((row) => row.kind === kind)).map((kind) => [kind, word(`kind.${kind}`)]);
  const sides = [["proposed", word("proposed")], ["conferred", word("conferred")]];
  const sidesOf = (row) => [...(proposed(row) ? ["proposed"] : []), ...(conferred(row) ? ["conferred"] : [])];
  const both = people.filter((row) => sidesOf(row).length);
  const periods = told.filter((row) => sidesOf(row).length && people.some((one) => one.kind === row.kind)).sort((a, b) => compare(a.period || "~", b.period || "~"));
  const households = people === added ? 0 : added.filter((row) => row.kind === "household" && (filters.status || conferred(row))).reduce((sum, row) => sum + row.count, 0);
  byId("households").textContent = households ? word("households", { count: shownNumber(households) }) : "";
  place.replaceChildren(
    barChart(word("by_title", { status }), grouped(shown, (row) => row.title, (row) => [row.kind], (row) => choose("title", row.title)), kinds, true),
    barChart(word("by_unit", { status }), grouped(shown, (row) => row.unit, (row) => [row.kind], (row) => choose("unit", row.unit)), kinds, true),
    barChart(word("proposed_conferred"), grouped(both, (row) => row.title, sidesOf, (row) => choose("title", row.title)), sides, false),
    barChart(word("by_period"), grouped(periods, (row) => periodWords(row.period), sidesOf, (row) => row.period && choose("period", row.period), true), sides, false));
}
