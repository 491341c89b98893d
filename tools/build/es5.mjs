// How esbuild makes ES5 of our sources: it bundles, Babel rewrites each file first. The engine's own parts are not
// touched; what it may lack is put in place by name (pkg/src/es5/).

import { transformAsync } from "@babel/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `list.fill(value)` → `fill(list, value)`: a method cannot be put in place by its name. `functions` by methods. */
const methods = (functions) => ({ types }) => ({
  visitor: {
    CallExpression({ node }) {
      const { object, property } = node.callee;
      if (!types.isMemberExpression(node.callee, { computed: false }) || !Object.hasOwn(functions, property.name)) return;
      node.arguments.unshift(object);
      node.callee = types.identifier(functions[property.name]);
    },
  },
});

export const BABEL = {
  babelrc: false,
  configFile: false,
  // What is looped over and taken apart is arrays alone: iterators would need a helper, and Symbol.
  assumptions: { iterableIsArray: true, setClassMethods: true, noClassCalls: true, ignoreFunctionLength: true, objectRestNoSymbols: true, setSpreadProperties: true },
  presets: [["@babel/preset-env", { modules: false, forceAllTransforms: true, exclude: ["transform-typeof-symbol", "transform-for-of", "transform-function-name"] }]],
  plugins: [methods({ fill: "fill" }), ["@babel/plugin-transform-for-of", { assumeArray: true }]],
};

/** For a library that calls methods of typed arrays. */
const TYPED = { ...BABEL, plugins: [methods({ fill: "typedFill", map: "typedMap", slice: "typedSlice" }), ...BABEL.plugins] };

const rewrite = {
  name: "es5",
  setup({ onLoad }) {
    for (const [filter, options] of [[/\/(pkg\/src|tests|www)\/.*\.js$/, BABEL], [/\/node_modules\/lean-qr\/.*\.mjs$/, TYPED]]) {
      onLoad({ filter }, async ({ path }) => {
        const { code } = await transformAsync(await readFile(path, "utf8"), { ...options, filename: path });
        return { contents: code };
      });
    }
  },
};

const LACKING = { "Object.assign": "assign", "ArrayBuffer.isView": "isView", "Math.clz32": "clz32", "Math.fround": "fround", "Math.trunc": "trunc",
  TextDecoder: "Decoder", TextEncoder: "Encoder", "Symbol.dispose": "undefined" };

/** The options for esbuild; its own target makes sure that nothing newer is left. */
export const ES5 = {
  target: "es5",
  define: LACKING,
  inject: ["platform.js", "typed.js"].map((file) => join(root, "pkg/src/es5", file)),
  plugins: [rewrite],
};
