// Following topics, outlets and places. The list is kept in this browser alone and is sent nowhere: "For you" loads what
// everybody is sent, stories.json and its month files, and picks from it here. All words stand in the templates.
"use strict";
(() => {
  const FORMAT = 1, STEP = 50, MONTHS_AT_ONCE = 12, LARGEST = 1e6, MOST = 2000;
  const FOLDERS = { topic: "topics/", outlet: "outlets/", place: "places/" };
  const FIELDS = { topic: "topics", outlet: "outlets", place: "places" };
  const page = document.querySelector("[data-for-you]");
  const buttons = document.querySelectorAll("[data-follow]");
  const holder = page || buttons[0];
  if (!holder) return;
  const root = new URL(holder.dataset.root, document.baseURI);
  const key = `briefing follows ${root.pathname}`; // sites below one host share what is kept

  // --- The list ------------------------------------------------------------------------------------------------------

  let memory = []; // where the browser keeps nothing
  let keeps = true, isPutAside = false;

  const inside = (path) => {
    try {
      const url = new URL(path, root);
      return url.origin === root.origin && url.pathname.startsWith(root.pathname) && !path.startsWith("/");
    } catch {
      return false;
    }
  };
  // Returns an entry with nothing in it but what we know, or null: a file can hold anything.
  const checked = (entry) => {
    const { kind, name, path, feed } = Object(entry);
    const folder = Object.hasOwn(FOLDERS, kind) && FOLDERS[kind];
    const isNamed = typeof name === "string" && name.trim() && name.length <= 300;
    const leads = typeof path === "string" && path.startsWith(folder) && path.length > folder.length && inside(path);
    if (!folder || !isNamed || !leads) return null;
    return { kind, name, path, feed: typeof feed === "string" && feed && inside(feed) ? feed : null };
  };
  const parse = (text) => {
    const { format, follows } = Object(JSON.parse(text));
    if (format !== FORMAT || !Array.isArray(follows)) throw new TypeError("no list of follows");
    return follows;
  };
  const written = (follows, indent) => JSON.stringify({ format: FORMAT, follows }, null, indent);

  const load = () => {
    let text;
    try {
      text = localStorage.getItem(key);
    } catch {
      keeps = false;
    }
    if (!keeps || text === null) return keeps ? [] : memory;
    try {
      return parse(text).map(checked).filter(Boolean);
    } catch { // not ours, or damaged: it is put aside, so that nothing is lost
      isPutAside = true;
      keep(`${key} unreadable`, text);
      return [];
    }
  };
  const keep = (name, text) => {
    try {
      localStorage.setItem(name, text);
      return true;
    } catch {
      return false;
    }
  };
  const save = (follows) => {
    memory = follows;
    keeps = keep(key, written(follows)) && keeps;
    return keeps;
  };
  // The list is read before each change, since another tab may have changed it.
  const add = (entries) => {
    const follows = load();
    const known = new Set(follows.map((one) => one.path));
    const fresh = entries.filter((one) => !known.has(one.path) && known.add(one.path)).slice(0, MOST - follows.length);
    return { count: fresh.length, isKept: save([...follows, ...fresh]) };
  };
  const remove = (path) => save(load().filter((one) => one.path !== path));

  // --- Buttons on the pages of topics, outlets and places ------------------------------------------------------------

  const showButtons = () => {
    const followed = new Set(load().map((one) => one.path));
    for (const one of buttons) {
      one.querySelector("button").setAttribute("aria-pressed", followed.has(one.dataset.path));
      one.dataset.ready = "";
    }
  };
  for (const one of buttons) {
    one.querySelector("button").addEventListener("click", () => {
      const { follow: kind, name, path, feed } = one.dataset;
      const isFollowed = load().some((other) => other.path === path);
      const isKept = isFollowed ? remove(path) : add([{ kind, name, path, feed: feed || null }]).isKept;
      const status = one.querySelector("[role=status]");
      status.textContent = isKept ? "" : status.dataset.refused;
      if (isKept) showButtons();
    });
  }

  // --- For you -------------------------------------------------------------------------------------------------------

  const part = (name) => page.querySelector(`[data-part="${name}"]`);
  const say = (name, values = {}) =>
    page.querySelector(`template[data-say="${name}"]`).content.textContent.replace(/\{(\w+)\}/g, (_, word) => values[word]);
  const element = (name, values = {}, ...children) => {
    const made = Object.assign(document.createElement(name), values);
    made.append(...children);
    return made;
  };
  const language = document.documentElement.lang || "en";
  const days = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });

  // As alike as names must be to have one page, whose address is made so: neither case, accents nor punctuation count.
  const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ŋ: "ng", ı: "i" };
  const plain = (name) =>
    name.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/[æœøßłđðþħŧŋı]/g, (letter) => LETTERS[letter]).replace(/[\p{Pd}−]/gu, "-")
      .replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, "").trim().replace(/[-\s]+/g, "-") || name;
  // Outlets have one page, too, for all the names that the editor's table joins: any of them stands for the first.
  const joined = new Map(JSON.parse(page?.dataset.joined ?? "[]")
    .flatMap(([own, ...others]) => others.map((other) => [plain(other), plain(own)])));
  const termOf = (kind, name) => `${kind} ${(kind === "outlet" && joined.get(plain(name))) || plain(name)}`;
  const matching = (stories, follows) => {
    const names = new Map(follows.map((one) => [termOf(one.kind, one.name), one.name]));
    const reasons = (story) =>
      Object.entries(FIELDS).flatMap(([kind, field]) =>
        story[field].map((name) => names.get(termOf(kind, name))).filter(Boolean));
    return stories.map((story) => ({ story, why: [...new Set(reasons(story))] })).filter((one) => one.why.length);
  };

  let stories = null, months = [], most = STEP, isBusy = false, hasTried = false;

  const fetched = async (path) => {
    const answer = await fetch(new URL(path, root), { cache: "no-cache" });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const loadNewest = async () => {
    const newest = await fetched("stories.json");
    [stories, months] = [newest.stories, newest.months];
  };
  // Loads months until there are more matches than are shown, or some months have been looked through.
  const loadOlder = async (follows, shown) => {
    for (let left = MONTHS_AT_ONCE; left && months.length && matching(stories, follows).length <= shown; left -= 1) {
      const month = await fetched(months[0].path);
      stories = [...stories, ...month.stories];
      months = months.slice(1);
    }
  };

  const itemOf = ({ story, why }) => {
    const date = element("time", { dateTime: story.date }, days.format(new Date(`${story.date}T00:00:00Z`)));
    const link = element("a", { href: new URL(story.path, root).href, dir: "auto" }, story.title ?? say("no-headline"));
    const told = [say("why", { names: why.join("; ") })];
    if (story.articles !== null) told.unshift(say(story.articles === 1 ? "article" : "articles", { count: story.articles }));
    return element(
      "li", {},
      element("p", { className: "kicker" }, date),
      element("h3", { dir: "auto" }, link),
      element("p", { className: "meta" }, told.join(" · ")),
    );
  };
  const followOf = (one) => {
    const removing = element("button", { type: "button" }, say("remove"), element("span", { className: "unseen" }, ` ${one.name}`));
    removing.addEventListener("click", () => {
      const place = [...part("follows").children].indexOf(removing.closest("li"));
      remove(one.path);
      part("said").textContent = say("removed", { name: one.name });
      show();
      const next = part("follows").children[place] || part("follows").lastElementChild;
      (next ? next.querySelector("button") : part("heading")).focus();
    });
    const item = element(
      "li", {},
      element("a", { href: new URL(one.path, root).href, dir: "auto" }, one.name),
      element("span", { className: "meta" }, say(one.kind)),
    );
    if (one.feed) item.append(element("a", { href: new URL(one.feed, root).href, type: "application/rss+xml" },
      say("feed"), element("span", { className: "unseen" }, ` ${one.name}`)));
    item.append(removing);
    return item;
  };

  const show = () => {
    const follows = load();
    page.hidden = false;
    part("none").hidden = follows.length > 0;
    part("export").hidden = !follows.length;
    part("unkept").hidden = keeps;
    part("aside").hidden = !isPutAside;
    part("follows").replaceChildren(...follows.map(followOf));
    part("stories").hidden = !follows.length;
    part("mine").hidden = follows.length > 0 && !hasTried; // it stands below the stories: what is there never moves
    if (!follows.length || !stories) return;
    const found = matching(stories, follows);
    part("list").replaceChildren(...found.slice(0, most).map(itemOf));
    part("count").textContent = say(months.length ? "count" : "count-all", { count: found.length, total: stories.length });
    part("older").hidden = found.length <= most && !months.length;
  };
  const tried = async (work) => {
    if (isBusy) return;
    isBusy = true;
    part("failed").hidden = true;
    try {
      await work();
    } catch {
      part("failed").hidden = false;
      if (!stories) part("count").textContent = "";
    }
    [isBusy, hasTried] = [false, true];
    show();
  };

  const bring = async (file) => {
    const entries = file.size > LARGEST ? [] : parse(await file.text());
    const good = entries.map(checked).filter(Boolean);
    if (!good.length && (entries.length || file.size > LARGEST)) throw new TypeError("nothing to follow in it");
    const { count } = add(good);
    part("said").textContent = say("imported", { count, known: good.length - count, bad: entries.length - good.length });
  };

  const begin = () => {
    for (const one of document.querySelectorAll("[data-without-script]")) one.hidden = true;
    part("export").addEventListener("click", () => {
      const address = URL.createObjectURL(new Blob([written(load(), 2), "\n"], { type: "application/json" }));
      element("a", { href: address, download: page.dataset.file }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000); // once it is saved
    });
    part("import").addEventListener("change", async ({ target }) => {
      try {
        await bring(target.files[0]);
      } catch {
        part("said").textContent = say("foreign", { name: target.files[0]?.name });
      }
      target.value = ""; // so that the same file can be chosen again
      show();
    });
    part("older").addEventListener("click", () => {
      const before = part("list").childElementCount;
      tried(async () => {
        await loadOlder(load(), before);
        most = before + STEP;
      }).then(() => part("list").children[before]?.querySelector("a").focus());
    });
    part("again").addEventListener("click", () => tried(loadNewest));
    show();
    tried(loadNewest);
  };

  const refresh = () => (page ? show() : showButtons());
  addEventListener("storage", (event) => (event.key === key || event.key === null) && refresh());
  addEventListener("pageshow", (event) => event.persisted && refresh()); // come back to by the browser's "back"
  if (page) begin();
  showButtons();
})();
