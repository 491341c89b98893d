// How esbuild makes ES5 of our sources: it bundles, Babel rewrites each file first. The engine's own parts are not
// touched; what it may lack is put in place by name (pkg/src/es5/).

import { transformAsync } from "@babel/core";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `list.fill(value)` → `fill(list, value)`: a method cannot be put in place by its name. */
const methods = ({ types }) => ({
  visitor: {
    CallExpression({ node }) {
      if (!types.isMemberExpression(node.callee) || !types.isIdentifier(node.callee.property, { name: "fill" })) return;
      node.arguments.unshift(node.callee.object);
      node.callee = types.identifier("fill");
    },
  },
});

/**
 * The glue of wasm-bindgen looks whether its views of the memory were detached, as WebAssembly does where memory grows.
 * What wasm2js writes leaves the old buffer as it is: so the glue looks whether there is another.
 */
const views = ({ template, types }) => {
  const another = template.expression("VIEW.buffer !== wasm.memory.buffer");
  return {
    visitor: {
      BinaryExpression(path) {
        const { left, right } = path.node;
        if (!types.isMemberExpression(left) || !types.isIdentifier(left.property, { name: "byteLength" })) return;
        if (types.isNumericLiteral(right, { value: 0 })) path.replaceWith(another({ VIEW: left.object }));
      },
      MemberExpression(path) {
        if (types.isIdentifier(path.node.property, { name: "detached" })) path.replaceWith(types.identifier("undefined"));
      },
    },
  };
};

const BABEL = {
  babelrc: false,
  configFile: false,
  // What is looped over and taken apart is arrays alone: iterators would need a helper, and Symbol.
  assumptions: { iterableIsArray: true, setClassMethods: true, noClassCalls: true, ignoreFunctionLength: true, objectRestNoSymbols: true, setSpreadProperties: true },
  presets: [["@babel/preset-env", { modules: false, forceAllTransforms: true, exclude: ["transform-typeof-symbol", "transform-for-of", "transform-function-name"] }]],
  plugins: [methods, ["@babel/plugin-transform-for-of", { assumeArray: true }]],
};

const rewrite = {
  name: "es5",
  setup({ onLoad }) {
    onLoad({ filter: /\/(pkg\/src|tests|www)\/.*\.js$|\/plainly_bg\.js$/ }, async ({ path }) => {
      const plugins = path.endsWith("/plainly_bg.js") ? [views, ...BABEL.plugins] : BABEL.plugins;
      const { code } = await transformAsync(await readFile(path, "utf8"), { ...BABEL, plugins, filename: path });
      return { contents: code };
    });
  },
};

const LACKING = { "Object.assign": "assign", "ArrayBuffer.isView": "isView", "Math.clz32": "clz32", "Math.fround": "fround", "Math.trunc": "trunc",
  "Reflect.get": "getOf", TextDecoder: "Decoder", TextEncoder: "Encoder", "Symbol.dispose": "undefined" };

/** The options for esbuild; its own target makes sure that nothing newer is left. */
export const ES5 = {
  target: "es5",
  define: LACKING,
  inject: [join(root, "pkg/src/es5/platform.js")],
  plugins: [rewrite],
};
