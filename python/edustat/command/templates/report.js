// SPDX-License-Identifier: Apache-2.0
// The page works without this: a link shows its trace. Here the figures are marked in the text, and
// the keyboard goes from one to the next.
"use strict";
(() => {
  const figures = [...document.querySelectorAll("main a.figure")];
  let current = null;

  const figureOf = (anchor) => document.getElementById(`figure-${anchor}`);

  function mark() {
    const found = /^#trace-(\d+)$/.exec(location.hash);
    const left = current;
    for (const figure of figures) {
      figure.removeAttribute("aria-current");
      figure.classList.remove("related");
    }
    current = found && figureOf(found[1]);
    if (!current) {
      if (left) left.focus({ preventScroll: true });
      return;
    }
    current.setAttribute("aria-current", "true");
    current.scrollIntoView({ block: "nearest" });
    const trace = document.getElementById(`trace-${found[1]}`);
    document.querySelector("aside").scrollTop = 0;
    trace.focus({ preventScroll: true });
    for (const anchor of trace.dataset.related.split(" ")) {
      const figure = anchor && figureOf(anchor);
      if (figure && figure !== current) figure.classList.add("related");
    }
  }

  document.addEventListener("keydown", (event) => {
    if (!current || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === "Escape") {
      location.hash = "closed";  // the place of nothing: the text stays where it is
    } else if (step) {
      const next = figures[figures.indexOf(current) + step];
      if (next) location.hash = next.hash;
    } else {
      return;
    }
    event.preventDefault();
  });
  addEventListener("hashchange", mark);
  mark();
})();
