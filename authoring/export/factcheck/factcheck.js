"use strict";
// Counts the ticks. All else on the page works without it, and nothing of it is kept.
{
  const told = document.getElementById("progress");
  const lines = [...document.querySelectorAll(".line > .tick > input")];
  const tell = () => {
    const done = lines.filter((one) => one.checked).length;
    told.textContent = `${done} of ${lines.length} sentences ticked`;
  };
  document.addEventListener("change", tell);
  addEventListener("pageshow", tell);
  tell();
}
