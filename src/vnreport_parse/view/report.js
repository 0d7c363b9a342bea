"use strict";
// The place a link points at: `#s12-34`. Places that have no anchor of their own are found among the atoms of the text.
function show() {
  document.querySelectorAll(".hit").forEach((atom) => atom.classList.remove("hit"));
  const found = /^#s(\d+)-(\d+)$/.exec(location.hash);
  if (!found) return;
  const start = Number(found[1]), end = Math.max(Number(found[2]), start + 1);
  let first = null, before = null;
  for (const atom of document.querySelectorAll("[data-s]")) {
    const at = Number(atom.dataset.s);
    if (at >= end) break;
    if (at < start) { before = atom; continue; }
    first = first || atom;
    atom.classList.add("hit");
  }
  if (before && (!first || Number(first.dataset.s) > start)) {
    const length = Array.from(before.textContent).length; // the atom that the place begins in
    if (Number(before.dataset.s) + length > start) { before.classList.add("hit"); first = before; }
  }
  first = first || before;
  if (first) first.scrollIntoView({ block: "center" });
}
window.addEventListener("hashchange", show);
document.querySelectorAll("[data-layer]").forEach((box) => box.addEventListener("change", () =>
  document.body.classList.toggle("no-" + box.dataset.layer, !box.checked)));
show();
