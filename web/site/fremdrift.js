// What pages do beyond what they do without it: they show at once what happens in their network, and keep what is typed.
"use strict";
{
  const live = document.querySelector("[data-live]");
  if (live && "EventSource" in window) {
    const note = live.querySelector("[data-live-note]");
    const source = new EventSource(live.getAttribute("data-live"));
    source.addEventListener("happened", async (event) => {
      const { words } = JSON.parse(event.data);
      const typing = [...document.querySelectorAll("main input, main textarea, main select")].some(
        (field) => field.type !== "hidden" && isChanged(field),
      );
      if (!typing) await refresh();
      const said = document.querySelector("[data-live-note]") ?? note;
      if (said) said.textContent = words;
    });
    window.addEventListener("pagehide", () => source.close());
  }

  /** Takes the parts of the page that say what stands from the page as it is now; the focus stays where it was. */
  async function refresh() {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = document.activeElement?.id;
    for (const part of document.querySelectorAll("[data-part]")) {
      const fresh = now.querySelector(`[data-part="${part.getAttribute("data-part")}"]`);
      if (!fresh) continue;
      keepFolds(part, fresh);
      if (fresh.innerHTML !== part.innerHTML) part.replaceWith(fresh);
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  /** What its reader has unfolded, or folded, stays so. */
  function keepFolds(part, fresh) {
    const saidOf = (one) => one.querySelector("summary")?.textContent;
    const folds = [...fresh.querySelectorAll("details")];
    for (const one of part.querySelectorAll("details")) {
      const same = folds.find((fold) => saidOf(fold) === saidOf(one));
      if (same) same.open = one.open;
    }
  }

  // The page one is on is seen in the menu, where the menu is a strip.
  const strip = document.querySelector(".sub ul");
  const current = strip?.querySelector("[aria-current]");
  if (current) strip.scrollLeft = current.getBoundingClientRect().left - strip.getBoundingClientRect().left - 48;

  function isChanged(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") return [...field.options].some((one) => one.selected !== one.defaultSelected);
    return field.value !== field.defaultValue;
  }

  // A form that is sent twice by an impatient hand is sent once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 8000);
  });

  // What went wrong is read first.
  document.querySelector("[data-wrong]")?.focus();
}
