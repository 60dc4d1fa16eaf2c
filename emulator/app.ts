import { type Context, Hono } from "hono";
import { getPath } from "hono/utils/url";
import { controlRoutes } from "./control/control-routes";
import type { Emulator } from "./emulator";
import { methodNotAllowed, notFound } from "./errors";
import { authorise, requireAccountInPath } from "./http/authorise";
import { parseJsonBody } from "./http/body";
import { createPipeline, type Env, type Work } from "./http/pipeline";
import { Query } from "./http/query";
import { createRateLimit } from "./http/rate-limit";
import type { Route } from "./http/route";
import { toRoutePath } from "./http/route-path";
import { advance } from "./orders/advance";
import { cartItemRoutes } from "./routes/cart-items";
import { cartRoutes } from "./routes/carts";
import { catalogFacetRoutes } from "./routes/catalog-facets";
import { checkoutRoutes } from "./routes/checkout";
import { cloudProfileRoutes } from "./routes/cloud-profiles";
import { customerRoutes } from "./routes/customers";
import { exchangeToken, readForm, validateAccess } from "./routes/oauth";
import { orderRoutes } from "./routes/orders";
import { pricingRoutes } from "./routes/pricing";
import { productRoutes } from "./routes/products";
import { programRoutes } from "./routes/programs";
import { subscriptionRoutes } from "./routes/subscriptions";
import { templateRoutes } from "./routes/templates";

/** Fixed words before `:productId`: categories, verticals and charges are reserved (CONTRACT.md section 2.3). */
const ION_ROUTES: Route[] = [
  ...customerRoutes,
  ...cloudProfileRoutes,
  ...catalogFacetRoutes,
  ...pricingRoutes,
  ...programRoutes,
  ...productRoutes,
  ...cartRoutes,
  ...cartItemRoutes,
  ...checkoutRoutes,
  ...orderRoutes,
  ...subscriptionRoutes,
  ...templateRoutes,
];

/** The emulator's HTTP side: Ion's calls, and the control surface beside them. */
export function createApp(emulator: Emulator): Hono<Env> {
  const app = new Hono<Env>({ getPath: (request) => toRoutePath(getPath(request)) });
  const pipeline = createPipeline(emulator);
  const limit = createRateLimit(emulator);
  app.route("/_emulator", controlRoutes(emulator));
  addOauth(app, emulator, pipeline, limit);
  for (const route of ION_ROUTES) {
    app.on(route.method, route.path, (context) => pipeline(context, ionCall(emulator, route, limit)));
  }
  addMissingMethods(app, emulator, pipeline);
  app.all("*", (context) =>
    pipeline(context, ({ context: call, url }, caller) => {
      if (url.pathname.startsWith("/api/"))
        caller.accountId = authorise(emulator, (name) => call.req.header(name));
      throw notFound(url.pathname.replace(/^\/(api\/v3\/)?/, ""));
    }),
  );
  return app;
}

type Pipeline = ReturnType<typeof createPipeline>;
type Limit = ReturnType<typeof createRateLimit>;

function addOauth(app: Hono<Env>, emulator: Emulator, pipeline: Pipeline, limit: Limit): void {
  const form = (context: Context<Env>, text: string) => {
    const contentType = context.req.header("content-type") ?? "";
    return { contentType, fields: readForm({ text, contentType }) };
  };
  app.post("/oauth/token", (context) =>
    pipeline(context, async ({ bodyText }) => {
      limit("oauth");
      const { contentType, fields } = form(context, bodyText);
      const read = await fields;
      return emulator.db.transaction(() => exchangeToken(emulator, read, contentType));
    }),
  );
  app.post("/oauth/validateAccess", (context) =>
    pipeline(context, async ({ bodyText }) => {
      limit("oauth");
      return validateAccess(emulator, await form(context, bodyText).fields);
    }),
  );
}

/** Authorises, brings the emulator up to date, then runs the route; a write is one transaction. */
function ionCall(emulator: Emulator, route: Route, limit: Limit): Work {
  return ({ context, url, bodyText }, caller) => {
    const openCart =
      url.pathname.startsWith("/api/v3/customers/") && emulator.variants.is("cart-auth", "none");
    const header = (name: string) => context.req.header(name);
    const accountId = openCart && !header("authorization") ? "" : authorise(emulator, header);
    caller.accountId = accountId;
    limit(accountId);
    requireAccountInPath(url.pathname, accountId);
    advance(emulator);
    const call = {
      emulator,
      accountId,
      param: (name: string) => context.req.param(name) ?? "",
      query: new Query(url.searchParams),
      body: () => parseJsonBody(bodyText, header("content-type")),
    };
    if (route.method === "GET") return route.handle(call);
    return emulator.db.transaction(() => route.handle(call));
  };
}

/** Every known path answers the methods it lacks with 405. */
function addMissingMethods(app: Hono<Env>, emulator: Emulator, pipeline: Pipeline): void {
  const methods = new Map<string, string[]>([
    ["/oauth/token", ["POST"]],
    ["/oauth/validateAccess", ["POST"]],
  ]);
  for (const { path, method } of ION_ROUTES) methods.set(path, [...(methods.get(path) ?? []), method]);
  for (const [path, allowed] of methods) {
    app.all(path, (context) =>
      pipeline(context, ({ context: call }, caller) => {
        if (path.startsWith("/api/")) caller.accountId = authorise(emulator, (name) => call.req.header(name));
        throw methodNotAllowed(allowed);
      }),
    );
  }
}
