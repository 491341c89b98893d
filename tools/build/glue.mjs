// The core with its glue, as code that makes it anew at each call: the glue holds what belongs to one instance, and there
// may be several. The glue is wasm-pack's; what is changed stands here.

import { transformAsync } from "@babel/core";
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BABEL, ES5 } from "./es5.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The glue keeps views of the memory and looks whether they were detached, as WebAssembly does where memory grows. What
 * wasm2js writes leaves the old buffer as it is, and so does Chromium 64: there the glue looks whether there is another.
 * To ask a WebAssembly.Memory for its buffer is slow, so engines that are new enough are not asked.
 */
const views = (stale) => ({ template, types }) => {
  const expression = template.expression(stale);
  return {
    visitor: {
      BinaryExpression(path) {
        const { left, right } = path.node;
        if (!types.isMemberExpression(left) || !types.isIdentifier(left.property, { name: "byteLength" })) return;
        if (!types.isNumericLiteral(right, { value: 0 })) return;
        path.replaceWith(expression({ VIEW: left.object }));
        path.skip();
      },
    },
  };
};
const STALE = {
  wasm: 'VIEW.byteLength === 0 || (typeof FinalizationRegistry === "undefined" && VIEW.buffer !== wasm.memory.buffer)',
  js: "VIEW.buffer !== wasm.memory.buffer",
};
/** `buffer.detached`, by which newer engines tell the same, is `undefined` to who must compare. */
const detached = ({ types }) => ({
  visitor: {
    MemberExpression(path) {
      if (types.isIdentifier(path.node.property, { name: "detached" })) path.replaceWith(types.identifier("undefined"));
    },
  },
});

/** What the core answers is made member by member: a setter that others put on Object.prototype would take some away. */
const made = ({ template, types }) => { // `put` is guard.js'
  const call = template.expression("put(HOLDER, KEY, VALUE)");
  return {
    visitor: {
      AssignmentExpression(path) {
        const { left, right } = path.node;
        if (!types.isMemberExpression(left, { computed: true }) || !types.isCallExpression(left.object)) return;
        path.replaceWith(call({ HOLDER: left.object, KEY: left.property, VALUE: right }));
        path.skip();
      },
    },
  };
};

const PLUGINS = { wasm: [views(STALE.wasm), made], js: [views(STALE.js), detached, made] };
const EXPORTS = {
  wasm: 'export * from "./plainly_bg.js";',
  js: 'export * from "./plainly_bg.js"; export * as exports from "./core.js";',
};

/** The code of a module whose default export gives what `wasm` or `js` exports. */
export async function glue(core, syntax) {
  const rewritten = {
    name: "glue",
    setup({ onLoad }) {
      onLoad({ filter: /\/plainly_bg\.js$/ }, async ({ path }) => {
        const { presets, plugins, ...rest } = syntax === ES5 ? BABEL : { presets: [], plugins: [], babelrc: false, configFile: false };
        const { code } = await transformAsync(await readFile(path, "utf8"), { ...rest, presets, plugins: [...PLUGINS[core], ...plugins], filename: path });
        return { contents: code };
      });
    },
  };
  const { plugins = [], ...options } = syntax;
  const made = await build({
    stdin: { contents: EXPORTS[core], resolveDir: join(root, "build/wasm") },
    bundle: true,
    write: false,
    format: "esm",
    legalComments: "none",
    logLevel: "warning",
    ...options,
    define: { ...options.define, "Symbol.dispose": "undefined" }, // nobody else has an explainer of the core
    plugins: [rewritten, ...plugins],
  });
  // What it exports it returns.
  const text = made.outputFiles[0].text.replace(/export \{([^}]*)\};?\s*$/, (all, names) => {
    const pairs = names.split(",").map((name) => name.trim().split(" as "));
    return `return { ${pairs.map(([own, other = own]) => `${other}: ${own}`).join(", ")} };`;
  });
  // Object() gives what it is given. As an argument the function is compiled as it is read (bundle.mjs puts it in brackets).
  return `import { put } from "./facts/guard.js"; export default Object(function () { ${text} });`;
}
