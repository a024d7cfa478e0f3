"use strict";
const root = document.documentElement;
root.classList.add("paged");

function open() {
  const id = location.hash.slice(1);
  let found = false;
  for (const page of document.querySelectorAll(".page")) {
    const wanted = page.id === id;
    page.classList.toggle("open", wanted);
    found = found || wanted;
  }
  root.classList.toggle("elsewhere", found);
  if (found) scrollTo(0, 0);
}

function keyOf(row, column) {
  const key = row.cells[column].dataset.key;
  return key === "" || isNaN(key) ? key : Number(key);
}

function sort(head) {
  const table = head.closest("table"), body = table.tBodies[0], column = head.cellIndex;
  const falls = head.getAttribute("aria-sort") === "ascending";
  for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", falls ? "descending" : "ascending");
  const rows = [...body.rows].sort((one, other) => {
    const a = keyOf(one, column), b = keyOf(other, column);
    const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;
    return falls ? -order : order;
  });
  body.append(...rows);
}

for (const button of document.querySelectorAll("th button"))
  button.addEventListener("click", () => sort(button.closest("th")));
const choice = document.getElementById("choice");
if (choice) choice.addEventListener("change", () => {
  for (const board of document.querySelectorAll(".board"))
    board.hidden = choice.value !== "" && board.dataset.board !== choice.value;
});
addEventListener("hashchange", open);
open();
