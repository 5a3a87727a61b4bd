"use strict";
// Steps through the findings from the keyboard, and moves a note down to its line where there is room. All else on the
// page works without it.
{
  const stepping = document.getElementById("stepping");
  const wide = matchMedia("screen and (min-width: 64rem)");
  const every = [...document.querySelectorAll(".note")];
  let last = null;

  // By the boxes, since to ask the browser for the style of thousands of notes far off the screen takes minutes.
  const notes = () => {
    const left = ["error", "warning", "info"].filter((name) => document.getElementById(`show-${name}`)?.checked);
    return every.filter((note) => left.some((name) => note.classList.contains(name)));
  };

  const wordsOf = (note) => {
    const number = note.id.split("-")[1];
    const article = note.closest("article");
    return article ? article.querySelectorAll(`mark[data-n~="${CSS.escape(number)}"]`) : [];
  };
  const refOf = (note) => document.getElementById(note.id.replace(/^n/, "r"));

  const leave = () => {
    for (const one of document.querySelectorAll(".on")) one.classList.remove("on");
  };
  const show = (note) => {
    leave();
    last = note;
    note.classList.add("on");
    for (const words of wordsOf(note)) words.classList.add("on");
  };

  const after = (all, place) =>
    place ? all.findIndex((note) => place.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) : 0;
  const step = (by) => {
    const all = notes();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement?.closest(".note") || last);
    const next = after(all, last);
    const to = at >= 0 ? at + by : (next < 0 ? all.length : next) - (by < 0 ? 1 : 0);
    const note = all[Math.min(Math.max(to, 0), all.length - 1)];
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", () => { last = document.querySelector(":target") || last; });

  document.addEventListener("focusin", (event) => {
    const note = event.target.closest(".note");
    const ref = event.target.closest(".ref");
    if (note) show(note);
    else if (ref) show(document.getElementById(ref.hash.slice(1)));
    else leave();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".ref, .number");
    if (!link) return;
    const target = document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    history.replaceState(null, "", link.hash);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      const note = document.activeElement && document.activeElement.closest(".note");
      const ref = note && refOf(note);
      if (ref) ref.focus();
      else { document.activeElement.blur(); leave(); last = null; }
    } else if (stepping && stepping.checked && (event.key === "j" || event.key === "k")) {
      event.preventDefault();
      step(event.key === "j" ? 1 : -1);
    }
  });
  if (stepping) stepping.closest("label").hidden = false;

  // Each note goes as far down towards the line of its words as the space beside its paragraph allows.
  const settle = () => {
    const lists = [...document.querySelectorAll("body:not(.long) .sheet .notes")];
    for (const list of lists) list.style.marginTop = "";
    if (!wide.matches) return;
    const moves = lists.map((list) => {
      const ref = list.firstElementChild && refOf(list.firstElementChild);
      const row = list.previousElementSibling;
      if (!ref || !row) return 0;
      const room = row.getBoundingClientRect().height - list.getBoundingClientRect().height;
      const down = ref.getBoundingClientRect().top - list.getBoundingClientRect().top;
      return Math.max(0, Math.min(room, down));
    });
    lists.forEach((list, index) => { if (moves[index] > 4) list.style.marginTop = `${moves[index]}px`; });
  };
  let waiting = 0;
  addEventListener("resize", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(settle); });
  settle();
}
