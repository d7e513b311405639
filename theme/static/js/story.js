/* What a story's page can do with script: show the articles of one leaning alone, and copy its address and citation.
   Nothing is hidden, and nothing is missing, without it. All words come from the page, so that they can be translated. */
"use strict";
{
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const jump = document.querySelector(".jump");
  if (jump) {
    const groups = [...document.querySelectorAll(".articles .group")];
    const { label, all, of } = jump.dataset;
    const total = groups.reduce((sum, group) => sum + group.querySelectorAll(".card").length, 0);
    const told = make("output", { className: "unseen" });
    const buttons = [];
    const show = (shown) => {
      groups.forEach((group, number) => { group.hidden = shown > 0 && shown - 1 !== number; });
      buttons.forEach((button, number) => button.setAttribute("aria-pressed", String(number === shown)));
      told.value = of.replace("{shown}", shown ? groups[shown - 1].querySelectorAll(".card").length : total).replace("{all}", total);
    };
    const add = (className, ...words) => {
      const number = buttons.length;
      buttons.push(make("button", { type: "button", className, onclick: () => show(number) }, ...words));
    };
    add("", `${all} `, make("b", {}, String(total)));
    for (const link of jump.querySelectorAll("a")) {
      add(link.className, ...[...link.childNodes].map((node) => node.cloneNode(true)));
    }
    const bar = make("div", { className: "jump filter", role: "group", ariaLabel: label }, ...buttons, told);
    show(0);
    told.value = "";  // nobody has asked yet
    jump.replaceWith(bar);
    addEventListener("hashchange", () => {
      if (document.querySelector(".group[hidden] :target")) show(0);
    });
  }

  const tools = document.querySelector(".tools");
  if (tools && navigator.clipboard) {
    const { copy, cite, copied } = tools.dataset;
    const copier = (words, text) => {
      const told = make("output", {});
      const onclick = async () => {
        told.value = "";
        await navigator.clipboard.writeText(text());
        told.value = ` ${copied}`;
      };
      return [make("button", { type: "button", onclick }, words), told];
    };
    const canonical = document.querySelector("link[rel=canonical]");
    const address = () => canonical?.href || location.href.split("#")[0];
    tools.querySelector("ul").prepend(make("li", {}, ...copier(copy, address)));
    const words = tools.querySelector(".cite p");
    words.after(make("p", {}, ...copier(cite, () => words.textContent.trim())));
  }
}
