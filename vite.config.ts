// Builds scripts and styles into build/static with hashed names and a manifest that django-vite reads.
import { existsSync } from "node:fs";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

const entries = ["frontend/app.ts", "frontend/checklist/main.tsx"];

export default defineConfig({
  base: "/static/",
  publicDir: false,
  plugins: [solid({ include: "frontend/checklist/**" })],
  build: {
    outDir: "build/static",
    emptyOutDir: true,
    manifest: true,
    // Nothing is inlined: the content-security policy lets fonts come from our own address only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: entries.filter((entry) => existsSync(entry)) },
  },
});
