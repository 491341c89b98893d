import { defineConfig } from "vite";

export default defineConfig({
  build: { target: "es2022" },
  oxc: { jsx: { runtime: "automatic" } },
  // In this repository the package is a link, and would find another React from where it really is.
  resolve: { dedupe: ["react"] },
});
