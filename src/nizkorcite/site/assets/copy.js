// A button beside each citation that copies it; without this script citations are selected by hand.
"use strict";

const { copy, copied, selected } = document.body.dataset;
const state = document.getElementById("state");

function select(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copyText(element, button) {
  try {
    await navigator.clipboard.writeText(element.textContent);
    button.textContent = state.textContent = copied;
  } catch {
    select(element);
    state.textContent = selected;
  }
  setTimeout(() => (button.textContent = copy), 2000);
}

for (const element of document.querySelectorAll("[data-citation]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.setAttribute("aria-label", `${copy}: ${element.dataset.citation}`);
  button.addEventListener("click", () => copyText(element, button));
  element.before(button);
}
