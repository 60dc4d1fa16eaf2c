import { z } from "zod";
import { PROGRAMS } from "../catalog-facets";
import { missingProperty, notFound } from "../errors";
import { optionalText, readBody } from "../http/body";
import { type Call, json, type Route } from "../http/route";
import { lastSegment } from "../ids";
import { requireProduct } from "./products";

const ROOT = "/api/v3/accounts/:accountId/products_programs";

type Program = {
  programDisplayName: string;
  programName: string;
  description: string;
  productName: string;
  productWasAdded: boolean;
};

function programsOf(call: Call, productId: string): Program[] {
  const rows = call.emulator.db.all<{ program_id: string }>(
    "SELECT program_id FROM programs WHERE account_id = ? AND product_id = ?",
    call.accountId,
    productId,
  );
  const added = new Set(rows.map((row) => row.program_id));
  return PROGRAMS.map((program) => ({
    programDisplayName: program.displayName,
    programName: `accounts/${call.accountId}/programs/${program.id}`,
    description: program.description,
    productName: `accounts/${call.accountId}/products/${productId}`,
    productWasAdded: added.has(program.id),
  }));
}

/** `productName` is a product id here, not a resource name (CONTRACT.md section 2.3); both are taken. */
function list(call: Call) {
  const wanted = call.query.text("productName");
  if (wanted === undefined) throw missingProperty("productName");
  return json({ programs: programsOf(call, requireProduct(call, lastSegment(wanted)).id) });
}

const batchRequest = z.object(
  {
    productPrograms: z
      .object({ programName: optionalText, partnerName: optionalText }, { error: "must be object" })
      .nullish(),
  },
  { error: "must be object" },
);

/** One program despite the name: puts the product into it. */
function batchUpdate(call: Call) {
  const product = requireProduct(call);
  const request = readBody(batchRequest, call.body());
  const name = request.productPrograms?.programName;
  if (!name) throw missingProperty("product_programs.programName");
  const program = PROGRAMS.find((one) => one.id === lastSegment(name));
  if (!program) throw notFound(name);
  call.emulator.db.run(
    "INSERT OR IGNORE INTO programs (account_id, product_id, program_id) VALUES (?, ?, ?)",
    call.accountId,
    product.id,
    program.id,
  );
  const programs = programsOf(call, product.id).filter((one) => lastSegment(one.programName) === program.id);
  return json({ programs: programs.map((one) => ({ name: one.programName, ...one })) });
}

export const programRoutes: Route[] = [
  { method: "GET", path: ROOT, handle: list },
  { method: "PUT", path: `${ROOT}/:productId/~batchUpdate`, handle: batchUpdate },
];
