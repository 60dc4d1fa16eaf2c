import { type CallOptions, type IonTransport, pathOf } from "./call";
import { cloudProfilesSchema, type IonCloudProfile } from "./schemas/cloud-profiles";

/** Cloud profiles of a customer (CONTRACT.md section 2.2). */
export function createCloudProfiles(transport: IonTransport, accountId: string) {
  /** Every provider's profile of a customer; complete only where the provider is on in the customer portal. */
  async function list(
    customerId: string,
    options: CallOptions & { providerId?: string; enabledOnly?: boolean } = {},
  ): Promise<IonCloudProfile[]> {
    const { customerCloudProfiles } = await transport.call({
      operation: "cloudProfiles.list",
      method: "GET",
      path: pathOf`/api/v3/accounts/${accountId}/customers/${customerId}/cloudProfiles`,
      query: { providerId: options.providerId, enabledOnly: options.enabledOnly },
      schema: cloudProfilesSchema,
      signal: options.signal,
    });
    return customerCloudProfiles;
  }

  return { list };
}
