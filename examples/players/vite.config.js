import { defineConfig } from "vite";

export default defineConfig({ build: { rollupOptions: { input: ["hls.html", "shaka.html"] } } });
