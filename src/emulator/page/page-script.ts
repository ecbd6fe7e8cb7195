/**
 * The page's script. The page is complete without it. It updates the sections that the emulator pushes, node by node, so
 * that focus, open details, half-filled forms and scroll positions stay, and sends forms without leaving the page.
 */
export const PAGE_SCRIPT = `"use strict";
(() => {
  const live = document.getElementById("live");
  const notice = document.getElementById("notice");

  const tell = (text, failed) => {
    notice.textContent = text;
    notice.className = failed ? "bad" : "";
  };
  const keyOf = (node) => (node.nodeType === 1 ? node.getAttribute("data-key") : null);

  // Makes from look like to with as few changes as can be. Children with a key are the same as long as their key is.
  const morph = (from, to) => {
    if (from.nodeType !== 1) {
      if (from.data !== to.data) from.data = to.data;
      return;
    }
    for (const { name } of [...from.attributes]) {
      // Whether details are open is the reader's affair.
      if (!to.hasAttribute(name) && name !== "open" && name !== "tabindex") from.removeAttribute(name);
    }
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
    const wanted = [...to.childNodes];
    const keys = new Set(wanted.map(keyOf));
    const keyed = new Map();
    for (const child of [...from.childNodes]) {
      const key = keyOf(child);
      if (key === null) continue;
      if (keys.has(key)) keyed.set(key, child);
      else child.remove();
    }
    let place = from.firstChild;
    for (const node of wanted) {
      const key = keyOf(node);
      const unkeyed = place && keyOf(place) === null ? place : null;
      const match = key === null ? unkeyed : keyed.get(key);
      if (!match || match.nodeName !== node.nodeName) {
        from.insertBefore(document.importNode(node, true), place);
        continue;
      }
      if (match === place) place = place.nextSibling;
      else from.insertBefore(match, place);
      morph(match, node);
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
  };

  const draw = ({ id, html }) => {
    const section = document.getElementById(id);
    if (!section) return;
    const template = document.createElement("template");
    template.innerHTML = html;
    const { activeElement } = document;
    const row = activeElement && section.contains(activeElement) ? activeElement.closest("[data-key]") : null;
    const within = activeElement && section.contains(activeElement);
    morph(section, template.content.firstElementChild);
    if (!within || document.activeElement === activeElement) return;
    // What had the focus was moved, or is gone: then its row has it, or else the section.
    let next = activeElement;
    if (!next.isConnected) {
      next = row && row.isConnected ? row : section;
      next.setAttribute("tabindex", "-1");
    }
    next.focus({ preventScroll: true });
  };

  const events = new EventSource("/~desk/events" + location.search);
  events.addEventListener("open", () => {
    live.textContent = "live";
    live.className = "chip good";
  });
  events.addEventListener("error", () => {
    live.textContent = events.readyState === EventSource.CLOSED ? "not live: reload" : "connection lost";
    live.className = "chip bad";
  });
  events.addEventListener("section", (event) => draw(JSON.parse(event.data)));

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
      if (!/json/.test(answer.headers.get("Content-Type") || "")) {
        tell(await answer.text(), true);
        return;
      }
      const { text, failed } = await answer.json();
      tell(text, failed);
    } catch {
      tell("The emulator does not answer.", true);
    }
  });
})();
`;
