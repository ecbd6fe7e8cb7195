import { readdir, readFile } from "node:fs/promises";

/** A fenced block of a document. */
export interface CodeBlock {
  /** `docs/options.md:12` */
  readonly place: string;
  readonly document: string;
  readonly language: string;
  readonly text: string;
  /** What the document says that it prints: the `text` block that follows it. */
  readonly prints: string | undefined;
}

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** The blocks of README.md and docs/, in one or more languages. */
export async function codeBlocks(...languages: readonly string[]): Promise<readonly CodeBlock[]> {
  const names = (await readdir("docs")).filter((name) => name.endsWith(".md"));
  const documents = ["README.md", ...names.map((name) => `docs/${name}`)];
  const blocks = await Promise.all(
    documents.map(async (document) => blocksOf(document, await readFile(document, "utf8"))),
  );
  return blocks.flat().filter(({ language }) => languages.includes(language));
}

function blocksOf(document: string, text: string): readonly CodeBlock[] {
  return Array.from(text.matchAll(FENCE), (match) => {
    const [whole, language = "", code = ""] = match;
    const line = text.slice(0, match.index).split("\n").length;
    // Nothing but a word or two, such as "prints", is between a program and its output.
    const after = text.slice(match.index + whole.length);
    const prints =
      language === "text" ? undefined : /^\n(?:prints\n)?```text\n([\s\S]*?)^```$/m.exec(after.slice(0, 2000));
    return {
      place: `${document}:${line}`,
      document,
      language,
      text: code,
      prints: prints?.index === 0 ? prints[1] : undefined,
    };
  });
}
