// A table that draws one page of its rows, sorts by any column, and prints all of them.
const MOST_PRINTED = 3000;
const tables = [];

class Table {
  // `columns`: {head, value(row), cell(row), print(row), number, look}
  constructor(place, caption, columns, none) {
    Object.assign(this, { place, columns, none, caption, rows: [], size: 25, at: 0, sorted: -1, down: false });
    tables.push(this);
  }

  show(rows) {
    this.given = rows;
    this.at = 0;
    this.sort();
  }

  sort() {
    this.rows = [...this.given];
    const column = this.columns[this.sorted];
    if (column) {
      const order = column.number ? (a, b) => (a || 0) - (b || 0) : (a, b) => compare(a || "", b || "");
      const keyed = this.rows.map((row) => [column.value(row), row]).sort((a, b) => order(a[0], b[0]));
      this.rows = keyed.map(([, row]) => row);
      if (this.down) this.rows.reverse();
    }
    this.draw();
  }

  draw(all) {
    if (!this.rows.length) {
      this.place.replaceChildren(h("p", { class: "nothing" }, this.none || word("no_rows")));
      return;
    }
    const size = all ? MOST_PRINTED : this.size;
    if (all) this.at = 0;
    const page = this.rows.slice(this.at, this.at + size);
    const head = h("tr", {}, this.columns.map((column, at) => h("th", { scope: "col", class: column.number ? "number" : null,
      "aria-sort": at === this.sorted ? (this.down ? "descending" : "ascending") : null },
      all ? column.head : h("button", { type: "button", onclick: () => this.turn(at) }, column.head,
        h("span", { class: "arrow", "aria-hidden": "true" }, at === this.sorted ? (this.down ? "▼" : "▲") : "")))));
    const body = page.map((row) => h("tr", { class: row.severity || null },
      this.columns.map((column) => h("td", { class: column.number ? "number" : column.look || null, "data-head": column.head },
        ((all && column.print) || column.cell || column.value)(row)))));
    const focused = this.place.contains(document.activeElement) ? document.activeElement.dataset.turn || "" : "";
    this.place.replaceChildren(
      h("div", { class: "scroll" }, h("table", { class: "rows" }, h("caption", {}, this.caption), h("thead", {}, head), h("tbody", {}, body))),
      this.pager(all, page.length));
    if (focused) { const button = this.place.querySelector(`[data-turn="${focused}"]`); if (button) button.focus(); }
  }

  turn(at) {
    this.down = this.sorted === at ? !this.down : Boolean(this.columns[at].number);
    this.sorted = at;
    this.at = 0;
    this.sort();
    this.place.querySelectorAll("th button")[at].focus();
  }

  pager(all, shown) {
    const count = this.rows.length;
    if (all) return count > shown ? h("p", { class: "remark" }, word("printed_rows", { count: shown })) : "";
    if (count <= 25) return h("p", { class: "pager" }, word("rows_all", { count: shownNumber(count) }));
    const go = (by) => () => { this.at = Math.max(0, Math.min(this.at + by * this.size, count - 1)); this.draw(); };
    const sizes = h("select", { "aria-label": word("per_page"), "data-turn": "size", onchange: (event) => { this.size = Number(event.target.value); this.at = 0; this.draw(); } },
      [25, 100, 500].map((size) => h("option", { value: size, selected: size === this.size }, String(size))));
    const details = { from: shownNumber(this.at + 1), to: shownNumber(this.at + shown), count: shownNumber(count) };
    return h("p", { class: "pager" },
      h("button", { type: "button", "data-turn": "back", disabled: this.at === 0, onclick: go(-1), "aria-label": word("previous") }, "‹"),
      h("span", { "aria-live": "polite" }, word("rows", details)),
      h("button", { type: "button", "data-turn": "on", disabled: this.at + this.size >= count, onclick: go(1), "aria-label": word("next") }, "›"),
      h("label", {}, word("per_page"), " ", sizes));
  }
}
window.addEventListener("beforeprint", () => tables.forEach((table) => table.rows.length && table.draw(true)));
window.addEventListener("afterprint", () => tables.forEach((table) => table.rows.length && table.draw()));
