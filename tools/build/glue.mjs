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

const PLUGINS = { wasm: [views(STALE.wasm)], js: [views(STALE.js), detached] };
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
    format: "iife",
    globalName: "made",
    legalComments: "none",
    logLevel: "warning",
    ...options,
    plugins: [rewritten, ...plugins],
  });
  // Object() gives what it is given. As an argument the function is compiled as it is read (bundle.mjs puts it in brackets).
  return `export default Object(function () { ${made.outputFiles[0].text} return made; });`;
}
