// The bundlers, each as it comes: an entry and a folder for what it makes, nothing else.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The bundlers in `tools`: each is given a project and a folder, and rejects when it has anything to warn of. */
export function bundlersIn(tools) {
  const require = createRequire(join(tools, "package.json"));
  const from = (path) => import(pathToFileURL(join(tools, "node_modules", path)));
  const quiet = (warnings) => {
    if (warnings.length) throw new Error(warnings.map((warning) => warning.message || warning.text || String(warning)).join("\n"));
  };

  const webpack = (name, entry) => async (context, path) => {
    const stats = await new Promise((resolve, reject) => {
      require(name)({ mode: "production", context, entry: `./${entry}`, output: { path } }, (error, made) => (error ? reject(error) : resolve(made)));
    });
    const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
    const isAdvice = (warning) => /recommended (size )?limit|performance recommendations/.test(warning.message || warning);
    quiet([...errors, ...warnings.filter((warning) => !isAdvice(warning))]);
  };

  const rollup = (entry) => async (project, dir) => {
    const { rollup } = await from("rollup/dist/es/rollup.js");
    const { nodeResolve } = await from("@rollup/plugin-node-resolve/dist/es/index.js");
    const warnings = [];
    // Rollup finds no package without this plug-in of its own.
    const made = await rollup({ input: join(project, entry), plugins: [nodeResolve()], onwarn: (warning) => warnings.push(warning) });
    await made.write({ dir });
    quiet(warnings);
  };

  const esbuild = (entry, options) => async (project, outdir) => {
    const { warnings } = await require("esbuild").build({ entryPoints: [join(project, entry)], bundle: true, outdir, logLevel: "silent", ...options });
    quiet(warnings);
  };

  async function vite(root, outDir) {
    const { build, createLogger } = await from("vite/dist/node/index.js");
    const warnings = [];
    const customLogger = Object.assign(createLogger("silent"), { warn: (text) => warnings.push(text), warnOnce: (text) => warnings.push(text) });
    await build({ root, build: { outDir }, customLogger, logLevel: "warn" });
    quiet(warnings);
  }

  async function parcel(project, folder) {
    const args = [join(tools, "node_modules/parcel/lib/bin.js"), "build", "index.html", "--dist-dir", folder];
    execFileSync(process.execPath, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  }

  /** A development server of Vite: `{ origin, close }` */
  const serving = (name) => async (root, cacheDir) => {
    const { createServer } = await from(`${name}/dist/node/index.js`);
    const server = await createServer({ root, cacheDir, logLevel: "silent", server: { host: "127.0.0.1", port: 0 } });
    await server.listen();
    return { origin: server.resolvedUrls.local[0], close: () => server.close() };
  };

  return { webpack, rollup, esbuild, vite, parcel, serving };
}
