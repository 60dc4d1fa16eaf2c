import { getProvisioningForm } from "@/lib/carts/get-provisioning-form";
import { cartItemInput } from "@/lib/carts/inputs";
import { parseParams, runRoute } from "@/lib/route-handler";

type Context = { params: Promise<unknown> };

/** The vendor's questions about one line, with the answers so far. */
export function GET(_request: Request, { params }: Context) {
  return runRoute(async () => getProvisioningForm(await parseParams(cartItemInput, params)));
}
