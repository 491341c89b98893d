import { preCompiler, reactivityGuard } from "@lightningjs/blits/vite";
import { defineConfig } from "vite";

// The sample has no fonts of its own, so Blits' generator of them is left out.
export default defineConfig({ plugins: [reactivityGuard(), preCompiler()], build: { target: "es2022" } });
