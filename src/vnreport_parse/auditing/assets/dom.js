"use strict";
// Elements are made from text, never from markup: what a report says cannot become part of the page.
const data = JSON.parse(document.getElementById("data").textContent);
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}
const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
const byId = (id) => document.getElementById(id);

function word(key, details) {
  return data.words[key].replace(/\{(\w+)\}/g, (whole, name) => (details && name in details ? String(details[name]) : whole));
}
const numbers = new Intl.NumberFormat(data.language === "en" ? "en" : "vi");
const shownNumber = (value) => numbers.format(value);
const periodWords = (period) => (period ? data.periods[period] || period : word("period.none"));
// `Đơn vị` is found by `don vi`.
const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const compare = new Intl.Collator("vi", { numeric: true }).compare;
