/* Searching: Pagefind's index in the site's own folder, asked through its own interface. What is asked for stands in the
   address, so that a search can be kept and shared. Texts are put in as text, never as HTML; all words come from the page. */
(() => {
  "use strict";
  const form = document.querySelector("form[data-root]");
  if (!form) return;
  const root = new URL(form.dataset.root, document.baseURI);
  const words = form.elements.q;
  const status = document.querySelector(".status");
  const found = document.querySelector(".found");
  const more = document.querySelector(".more");
  const hit = document.getElementById("hit");
  const filters = ["topic", "outlet", "leaning", "year"];
  const named = [...filters, "order"];
  const first = Object.fromEntries(filters.map((name) => [name, form.elements[name].options[0].textContent]));
  const atOnce = 10;
  const patience = 200; // milliseconds after the last key
  let library = null;
  let asked = 0; // searches so far: only the newest may show anything
  let rest = [];
  let timer = 0;
  const title = document.title;

  const load = () => {
    library ??= (async () => {
      const pagefind = await import(new URL("pagefind/pagefind.js", root));
      await pagefind.options({ baseUrl: root.pathname, excerptLength: 32 });
      await pagefind.filters(); // else it tells of no filter what it leads to
      return pagefind;
    })();
    library.catch(() => { library = null; }); // so that it is tried again
    return library;
  };

  const say = (name, values = {}) =>
    document.querySelector(`template[data-say="${name}"]`).content.textContent.replace(/\{(\w+)\}/g, (_, word) => values[word]);
  const counted = (count) => say(count === 0 ? "none" : count === 1 ? "story" : "stories", { count });

  /* Pagefind escapes the text of an excerpt and marks words with <mark>; nothing else in it is markup. */
  const names = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'", "&#x27;": "'" };
  const plain = (text) => text.replace(/&(?:lt|gt|amp|quot|#39|#x27);/g, (name) => names[name]);
  const put = (element, excerpt) => {
    excerpt.split(/<mark>(.*?)<\/mark>/s).forEach((part, place) => {
      if (place % 2) element.appendChild(document.createElement("mark")).textContent = plain(part);
      else element.append(plain(part));
    });
  };

  const show = async (results, number) => {
    const stories = await Promise.all(results.map((result) => result.data()));
    if (number !== asked) return null;
    const items = stories.map((story) => {
      const item = hit.content.cloneNode(true);
      const link = item.querySelector("a");
      link.href = story.url;
      link.textContent = story.meta.title || say("no-headline");
      item.querySelector(".kicker").textContent = story.meta.date || "";
      const blurb = item.querySelector(".blurb");
      blurb.append("… ");
      put(blurb, story.excerpt.trim());
      blurb.append(" …");
      return item;
    });
    const start = found.children.length;
    found.append(...items);
    more.hidden = !rest.length;
    return found.children[start];
  };

  /* Of what is not chosen yet, only what leads to a story is offered. How many stories it leads to is not told: Pagefind
     counts a story once for each of its articles. */
  const offer = (left, all) => {
    for (const name of filters) {
      const select = form.elements[name];
      const chosen = select.value;
      const counts = Object.entries((chosen ? all : left)[name] || {});
      const values = counts.filter(([value, count]) => count || value === chosen);
      if (chosen && !values.some(([value]) => value === chosen)) values.push([chosen, 0]);
      values.sort(([one], [other]) => (name === "year" ? other.localeCompare(one) : one.localeCompare(other)));
      const options = values.map(([value]) => new Option(value, value));
      select.replaceChildren(new Option(first[name], ""), ...options);
      select.value = chosen;
      select.classList.toggle("set", chosen !== "");
    }
  };

  const keep = () => {
    const address = new URL(location.href);
    for (const name of ["q", ...named]) {
      const value = form.elements[name].value.trim();
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  };

  const search = async () => {
    clearTimeout(timer);
    const number = ++asked;
    const text = words.value.trim();
    keep();
    const wanted = Object.fromEntries(filters.filter((name) => form.elements[name].value).map((name) => [name, form.elements[name].value]));
    const filtered = Object.keys(wanted).length > 0;
    document.title = text ? `${text} – ${title}` : title;
    let answer;
    try {
      const pagefind = await load();
      if (number !== asked) return;
      if (!text && !filtered) {
        const all = await pagefind.filters();
        if (number !== asked) return;
        rest = [];
        found.replaceChildren();
        more.hidden = true;
        status.textContent = "";
        offer(all, all);
        return;
      }
      const order = form.elements.order.value === "newest" || !text ? { sort: { date: "desc" } } : {};
      answer = await pagefind.search(text || null, { filters: wanted, ...order });
    } catch {
      if (number === asked) {
        found.replaceChildren();
        more.hidden = true;
        status.textContent = say("failed");
      }
      return;
    }
    if (number !== asked) return;
    const total = answer.results.length;
    rest = answer.results;
    const shown = rest.splice(0, atOnce);
    found.replaceChildren();
    offer(answer.filters, answer.totalFilters);
    const kind = (text ? "found-for" : "found") + (filtered ? "-chosen" : "");
    status.textContent = say(kind, { stories: counted(total), text });
    await show(shown, number);
  };

  const links = () => [...found.querySelectorAll("h2 a")];
  const go = (event, step) => {
    const all = links();
    const place = all.indexOf(document.activeElement);
    if (!all.length || (place < 0 && (step < 0 || document.activeElement !== words))) return;
    event.preventDefault();
    (all[Math.min(place + step, all.length - 1)] || words).focus();
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  form.addEventListener("change", (event) => { if (event.target !== words) search(); });
  words.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, patience); });
  words.addEventListener("focus", () => { load().catch(() => {}); }, { once: true });
  more.querySelector("button").addEventListener("click", async () => {
    const one = await show(rest.splice(0, atOnce), asked);
    one?.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "ArrowDown") go(event, 1);
    else if (event.key === "ArrowUp") go(event, -1);
    else if (event.key === "Escape" && found.contains(document.activeElement)) words.focus();
    else if (event.key === "Escape" && event.target === words && words.value) {
      event.preventDefault();
      words.value = "";
      search();
    }
  });

  const recall = () => {
    const given = new URLSearchParams(location.search);
    words.value = given.get("q") || "";
    for (const name of named) {
      const value = given.get(name) || "";
      const select = form.elements[name];
      if (value && name !== "order") select.append(new Option(value, value));
      select.value = value;
    }
    search();
  };
  addEventListener("popstate", recall);
  recall();
})();
