// Checks the built site as a reader without a network uses it: each link and anchor leads somewhere, each page can be
// reached from the start page and its table of contents, each exported name has a page, nothing is loaded from another host,
// and no page names a folder of the machine that built it. The problems go to stderr, one a line.
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { inflateSync } from "node:zlib";

const [folder = "site", library = "lib"] = process.argv.slice(2);
const ENTRIES = ["index", "emulator", "wsdl", "bullmq"];
const problems = [];

const files = (await readdir(folder, { recursive: true })).map((name) => name.split(sep).join("/"));
const texts = new Map();
for (const name of files) {
  if (/\.(?:html|css|js|svg)$/.test(name)) texts.set(name, await readFile(join(folder, name), "utf8"));
}
const pages = new Map([...texts].filter(([name]) => name.endsWith(".html")));
const anchors = new Map(
  [...pages].map(([name, text]) => [
    name,
    new Set(Array.from(text.matchAll(/\sid="([^"]+)"/g), ([, id]) => unescaped(id))),
  ]),
);
if (!pages.has("index.html")) problems.push(`${folder}: no index.html`);

function unescaped(text) {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Where a link of a page leads inside the site, or undefined where it leads to another host. */
function target(link, page) {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return undefined;
  const [path, anchor = ""] = link.split("#");
  const name =
    path === ""
      ? page
      : relative(folder, resolve(folder, dirname(page), decodeURIComponent(path)))
          .split(sep)
          .join("/");
  return { name, anchor: decodeURIComponent(anchor) };
}

const links = new Map();
for (const [page, text] of pages) {
  const found = new Set();
  for (const [, tag, attribute, value] of text.matchAll(/<([a-z]+)\b[^>]*?\s(href|src)="([^"]*)"/g)) {
    const link = unescaped(value);
    const to = target(link, page);
    if (to === undefined) {
      if (tag !== "a") problems.push(`${page}: ${tag} ${attribute} loads ${link}`);
      continue;
    }
    found.add(to.name);
    if (!existsSync(join(folder, to.name))) problems.push(`${page}: ${link} leads to no file`);
    else if (to.anchor !== "" && pages.has(to.name) && !anchors.get(to.name).has(to.anchor)) {
      problems.push(`${page}: ${link} leads to no anchor`);
    }
  }
  links.set(page, found);
}

// The table of contents is data that a script shows.
const [, packed] = /"([A-Za-z\d+/=]+)"/.exec(texts.get("assets/navigation.js") ?? "") ?? [];
const contents = new Set();
const listed = (entries) => {
  for (const { path, children = [] } of entries) {
    if (path !== undefined) contents.add(path.split("#")[0]);
    listed(children);
  }
};
if (packed === undefined) problems.push("assets/navigation.js: no table of contents");
else listed(JSON.parse(inflateSync(Buffer.from(packed, "base64")).toString()));

for (const name of contents)
  if (!pages.has(name)) problems.push(`the table of contents names ${name}, which is not there`);
const reached = new Set();
const visit = (name) => {
  if (reached.has(name) || !pages.has(name)) return;
  reached.add(name);
  for (const next of links.get(name)) visit(next);
};
for (const name of ["index.html", ...contents]) visit(name);
for (const name of pages.keys()) {
  if (!reached.has(name)) problems.push(`${name}: nothing leads to it`);
  if (name.startsWith("documents/") && !contents.has(name)) problems.push(`${name}: not in the table of contents`);
}

for (const entry of ENTRIES) {
  const types = await readFile(join(library, `${entry}.d.cts`), "utf8");
  const lists = Array.from(types.matchAll(/^export (?:type )?\{([^}]*)\};?$/gm), ([, list]) => list);
  const names = lists
    .flatMap((list) => list.split(","))
    .map((name) =>
      name
        .trim()
        .replace(/^type /, "")
        .replace(/^.* as /, ""),
    );
  if (names.length < 2) problems.push(`${library}/${entry}.d.cts: no list of exports`);
  for (const name of names) {
    const own = ENTRIES.some((module) => [...pages.keys()].some((page) => page.endsWith(`/${module}.${name}.html`)));
    if (!own) problems.push(`${entry}: ${name} has no page`);
  }
}

const root = resolve(".");
for (const [name, text] of texts) {
  if (text.includes(root)) problems.push(`${name}: names ${root}`);
  if (name.endsWith(".css") && /(?:@import|url\()\s*["']?(?:https?:)?\/\//.test(text))
    problems.push(`${name}: loads from a host`);
}

for (const problem of problems) console.error(problem);
console.log(`${pages.size} pages, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
