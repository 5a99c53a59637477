// The search of the site: loads the files of the words that are asked for, and lists the documents.
// `search_index.py` writes those files and folds words in the same way.
"use strict";

const siteSearch = (() => {
  const DOCUMENTS_A_FILE = 500;
  const MOST_SHOWN = 50;
  const EAST_ASIAN = "\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af";
  const WORD = new RegExp(`[${EAST_ASIAN}]|(?:(?![${EAST_ASIAN}])[\\p{L}\\p{N}])+`, "gu");
  const words = new Map();
  const documents = new Map();
  const loaded = new Map();

  function load(name) {
    if (!loaded.has(name)) {
      const script = document.createElement("script");
      script.src = `search/${name}.js`;
      // No file means that no document has such a word.
      loaded.set(name, new Promise((done) => (script.onload = script.onerror = done)));
      document.head.append(script);
    }
    return loaded.get(name);
  }

  function wordsOf(text) {
    const letters = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return (letters.match(WORD) || []).map((word) => [...word].slice(0, 40).join(""));
  }

  function lettersOf(word) {
    const first = [...word].slice(0, 2);
    return first.map((letter) => letter.codePointAt(0).toString(16)).join("-");
  }

  // Weights by the numbers of the documents: the lists of words are in the order of the numbers.
  function weightsOf(word, isCut) {
    const isAsked = ([other]) => other === word || (isCut && other.startsWith(word));
    const lists = (words.get(lettersOf(word)) || []).filter(isAsked).map(([, numbers]) => numbers);
    const weights = new Uint32Array(Math.max(0, ...lists.map((each) => each.at(-2) + 1)));
    for (const numbers of lists) {
      for (let at = 0; at < numbers.length; at += 2) weights[numbers[at]] += numbers[at + 1];
    }
    return weights;
  }

  async function hitsOf(query) {
    const asked = wordsOf(query);
    await Promise.all(asked.map((word) => load(`words-${lettersOf(word)}`)));
    const found = asked.map((word, at) => weightsOf(word, at === asked.length - 1));
    found.sort((one, other) => one.length - other.length);
    const [first = [], ...others] = found;
    // Put together by weight, since sorting takes most of the time where a word is common.
    const byWeight = [];
    first.forEach((weight, number) => {
      if (!weight || !others.every((weights) => weights[number])) return;
      const sum = others.reduce((total, weights) => total + weights[number], weight);
      (byWeight[sum] ||= []).push(number);
    });
    return byWeight.reverse().flat();
  }

  async function rowsOf(numbers) {
    const fileOf = (number) => Math.floor(number / DOCUMENTS_A_FILE);
    await Promise.all(numbers.map((number) => load(`documents-${fileOf(number)}`)));
    return numbers.map((number) => documents.get(fileOf(number))[number % DOCUMENTS_A_FILE]);
  }

  function itemOf([path, title, original, republication]) {
    const [item, link, layers] = ["li", "a", "p"].map((name) => document.createElement(name));
    link.href = path;
    link.textContent = title;
    link.dir = "auto";
    layers.textContent = [original, republication].filter(Boolean).join(" → ");
    item.append(link, layers);
    return item;
  }

  let newest = 0;

  async function show(query) {
    const own = ++newest;
    const numbers = await hitsOf(query);
    const rows = await rowsOf(numbers.slice(0, MOST_SHOWN));
    if (own !== newest) return;
    const list = document.getElementById("hits");
    const state = document.getElementById("state");
    list.replaceChildren(...rows.map(itemOf));
    const { none, hits, shown } = state.dataset;
    const cut = numbers.length > MOST_SHOWN ? ` ${shown} ${MOST_SHOWN}` : "";
    const isAsked = wordsOf(query).length > 0;
    state.textContent = numbers.length ? `${hits} ${numbers.length}.${cut}` : isAsked ? none : "";
  }

  document.addEventListener("DOMContentLoaded", () => {
    const field = document.querySelector("main input[name=q]");
    field.value = new URLSearchParams(location.search).get("q") || "";
    field.addEventListener("input", () => show(field.value));
    show(field.value);
  });

  return {
    addWords: (letters, table) => words.set(letters, Object.entries(table)),
    addDocuments: (number, rows) => documents.set(number, rows),
    show,
  };
})();
