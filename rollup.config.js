// Makes the package's lib/ of what tsc has compiled: `npm run package`.
//
// There is one implementation, in CommonJS. The ES module of an entry exports the same by name, so that a process that
// imports the package and requires it has one set of classes, also for the compiler, and one memory of logins and refused passwords.
import dts from "rollup-plugin-dts";
import { minify } from "terser";

const ENTRIES = {
  index: "src/index",
  emulator: "src/emulator/index",
  wsdl: "src/wsdl/index",
  bullmq: "src/bullmq/index",
};
const entriesIn = (folder, ending) =>
  Object.fromEntries(Object.entries(ENTRIES).map(([name, path]) => [name, `${folder}/${path}${ending}`]));
const external = (id) => !/^[./]/.test(id);

// Parts that rollup would cut into pieces, as not every entry uses all of them. What --help needs is in `base`: it must
// not wait for the client. What is loaded late is in none of them.
const PARTS = [
  [
    "base",
    /\/src\/(?:version|errors|soap\/text|soap\/message\/xml-limits|client\/(?:options\/(?:session-id|node-id)|operations\/operation-table)|closing\/call-end|wsdl\/(?:load\/)?document-text)\b/,
  ],
  [
    "soap",
    /\/src\/(?:files|soap)\/(?!text|message\/(?:decode|strict|compiled|fault|xml)|http\/proxy-t|node-soap\/create)/,
  ],
  ["call", /\/src\/cli\/(?:call-arguments|reply-output)\b/],
  ["codegen", /\/src\/codegen\//],
  ["jobs", /\/src\/client\/(?:account\/paced-calls|jobs\/(?!late-|open-closing))/],
  ["report-rows", /\/src\/reports\/(?:read-rows|report-windows|row-writer|save-report|partial-file|split-|text-seg)/],
];

function onwarn(warning) {
  // The compiler's helpers use `this` only if it is defined.
  if (warning.code === "THIS_IS_UNDEFINED") return;
  throw new Error(warning.message);
}

const OWN_URL = '(typeof __filename === "undefined" ? void 0 : require("node:url").pathToFileURL(__filename).href)';

const moduleEntries = {
  name: "module-entries",
  generateBundle(_, bundle) {
    for (const { isEntry, name, fileName, exports } of Object.values(bundle)) {
      if (!isEntry || !(name in ENTRIES)) continue;
      const source = `export { ${exports.join(", ")} } from "./${fileName}";\n`;
      this.emitFile({ type: "asset", fileName: `${name}.js`, source });
      this.emitFile({ type: "asset", fileName: `${name}.d.ts`, source: `export * from "./${fileName}";\n` });
    }
  },
};

const ownAddress = {
  name: "own-address",
  // A bundle that is an ES module has no __filename.
  resolveImportMeta: (property) => (property === "url" ? OWN_URL : null),
};

// Without indentation, long local names and what is said twice the package is 44 kB smaller. Functions, classes and members
// keep their names, no function becomes a part of another, and lines are short enough for a stack trace.
const compact = {
  name: "compact",
  async renderChunk(code) {
    const { code: compacted } = await minify(code, {
      compress: {
        inline: false,
        reduce_funcs: false,
        keep_classnames: true,
        keep_fnames: true,
        keep_fargs: true,
        sequences: false,
      },
      mangle: { keep_classnames: true, keep_fnames: true, toplevel: true },
      format: { comments: false, ecma: 2020, max_line_len: 200 },
    });
    return { code: compacted, map: null };
  },
};

export default [
  {
    input: { ...entriesIn(".build/package", ".js"), cli: ".build/package/src/cli/main.js" },
    external,
    onwarn,
    plugins: [moduleEntries, ownAddress, compact],
    output: {
      dir: "lib",
      format: "cjs",
      exports: "named",
      entryFileNames: "[name].cjs",
      chunkFileNames: "part/[name].cjs",
      manualChunks: (id) => PARTS.find(([, files]) => files.test(id))?.[0],
      onlyExplicitManualChunks: true,
      // require() also works where import() does not, such as in Jest.
      dynamicImportInCjs: false,
      hoistTransitiveImports: false,
    },
  },
  {
    input: entriesIn("dist", ".d.ts"),
    external,
    onwarn,
    plugins: [dts()],
    output: {
      dir: "lib",
      format: "es",
      entryFileNames: "[name].d.cts",
      chunkFileNames: ({ name }) => `part/${name.replace(/\.d$/, "")}.d.cts`,
    },
  },
];
