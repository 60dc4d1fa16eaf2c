import { registerHooks } from "node:module";

// For portal code that runs without Next (the worker): "server-only" is Next's guard against bundling for the browser, and
// here there is no browser. Not the `react-server` condition: under it libraries give their halves for a bundler, which
// plain Node can't load.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === "server-only") return { url: "data:text/javascript,", shortCircuit: true };
    return next(specifier, context);
  },
});
