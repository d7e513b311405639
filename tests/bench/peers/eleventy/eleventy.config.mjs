// The same site as the other builders make: a page for each post, topic, day, month and year, front page, archive, feed.
import { createRequire } from "node:module";

const require = createRequire(process.argv[1]); // Eleventy is installed elsewhere
const footnotes = require("markdown-it-footnote");
const SIZE = 50;

const slug = (text) => text.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
const newestFirst = (api) => api.getFilteredByGlob("src/posts/*.md").sort((a, b) => b.date - a.date);

function grouped(posts, keys) {
  const groups = new Map();
  for (const post of posts)
    for (const key of keys(post)) groups.has(key) ? groups.get(key).push(post) : groups.set(key, [post]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, posts]) => ({ name, posts }));
}
const byDate = (length) => (api) => grouped(newestFirst(api), (post) => [post.date.toISOString().slice(0, length)]);
const topics = (api) => grouped(newestFirst(api), (post) => post.data.topics);

// The last page takes what is left over, so that it is never nearly empty.
function topicPages(api) {
  return topics(api).flatMap(({ name, posts }) => {
    const last = Math.max(1, Math.floor(posts.length / SIZE));
    const path = (number) => `/topics/${slug(name)}/${number === 1 ? "" : `${number}/`}`;
    return Array.from({ length: last }, (_, at) => ({
      name,
      posts: posts.slice(at * SIZE, at + 1 === last ? undefined : (at + 1) * SIZE),
      path: path(at + 1),
      newer: at ? path(at) : null,
      older: at + 1 < last ? path(at + 2) : null,
    }));
  });
}

export default function (config) {
  config.setQuietMode(true);
  config.amendLibrary("md", (library) => library.use(footnotes));
  config.addFilter("slug", slug);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("written", (date) =>
    date.toLocaleDateString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" }),
  );
  config.addFilter("moment", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("first", (list, count) => list.slice(0, count));
  config.addFilter("of", (months, year) => months.filter((month) => month.name.startsWith(year)));
  config.addCollection("news", newestFirst);
  config.addCollection("days", byDate(10));
  config.addCollection("months", byDate(7));
  config.addCollection("years", byDate(4));
  config.addCollection("topics", topics);
  config.addCollection("topicPages", topicPages);
  return {
    dir: { input: "src", output: "output", includes: "../layouts" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
