import { desc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { actingAs } from "@/lib/auth/acting-as";
import { loadActor } from "@/lib/auth/load-actor";
import { getDb } from "@/lib/db/client";
import { auditLog } from "@/lib/db/schema/audit";
import { isIonError } from "@/lib/ion/errors";
import { createCustomer } from "./create-customer";
import { type CustomerValues, toCustomerValues } from "./customer-values";
import { findCustomers } from "./find-customers";
import { getCustomer } from "./get-customer";
import { listAssignedPeople } from "./list-sales-people";
import { refusedField } from "./refused-fields";
import { type CustomersPortal, filledForm, startCustomersPortal } from "./testing/customers-portal";
import { updateCustomer } from "./update-customer";
import { updateCustomerInput } from "./write-schemas";

let portal: CustomersPortal;
beforeAll(async () => {
  portal = await startCustomersPortal();
});
afterEach(() => portal.emulator.control("DELETE", "/faults"));
afterAll(() => portal.emulator.stop());

const asAdmin = <T>(work: () => Promise<T>) => actingAs(portal.admin, work);
const create = (over: Partial<CustomerValues> = {}, salesPeople: string[] = []) =>
  asAdmin(() => createCustomer({ values: filledForm(over), salesPeople }));
const read = async (customerId: string) => toCustomerValues(await asAdmin(() => getCustomer(customerId)));
const fault = (fault: Record<string, unknown>) => portal.emulator.control("POST", "/faults", fault);
/** What Ion holds, secrets and all. */
async function atIon(customerId: string) {
  const { customers } = await portal.emulator.control<{ customers: Record<string, unknown>[] }>(
    "GET",
    "/state/customers?limit=1000",
  );
  return customers.find((customer) => customer.customerId === customerId);
}
async function lastAudit() {
  const db = await getDb();
  const rows = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.accountId, portal.admin.accountId))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return rows[0];
}

describe("creating a customer", () => {
  test("everything typed reaches Ion, and the password comes back once", async () => {
    const values = filledForm({
      phone: "+17035550142",
      title: "CTO",
      alternateEmail: "it@northwind.example",
      domain: "northwind.example",
      customFields: [
        { key: "Region", value: "East", withheld: false },
        { key: "Note", value: "<script>alert(1)</script>", withheld: false },
      ],
    });
    const created = await asAdmin(() => createCustomer({ values, salesPeople: [] }));
    expect(created).toMatchObject({ answerLost: false, assignmentsFailed: false });
    expect(created.credentials?.password).toMatch(/.{8,}/);
    expect(await read(created.customerId)).toEqual(values);
    expect(JSON.stringify(await asAdmin(() => getCustomer(created.customerId)))).not.toContain(
      created.credentials?.password,
    );
  });

  test("the password is in no log", async () => {
    const { customerId, credentials } = await create();
    const entry = await lastAudit();
    expect(entry).toMatchObject({
      action: "customers:create",
      resource: `customers/${customerId}`,
      outcome: "done",
      userId: portal.admin.userId,
    });
    const db = await getDb();
    const whole = JSON.stringify(await db.select().from(auditLog), (_key, value) =>
      typeof value === "bigint" ? String(value) : value,
    );
    expect(credentials?.password).toBeTruthy();
    expect(whole).not.toContain(credentials?.password);
  });

  test("sales people who were named see it at once, others do not", async () => {
    const sales = await portal.person("sales");
    const { customerId } = await create({}, [sales.userId]);
    const [now, other] = [await loadActor(sales.userId), await portal.person("sales")];
    if (!now) throw new Error("no actor");
    expect((await actingAs(now, () => getCustomer(customerId))).id).toBe(customerId);
    expect((await actingAs(now, () => findCustomers(""))).map(({ id }) => id)).toEqual([customerId]);
    await expect(actingAs(other, () => getCustomer(customerId))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("the list shows it on the next question", async () => {
    await asAdmin(() => findCustomers(""));
    const { organization } = await create();
    expect((await asAdmin(() => findCustomers(organization))).map((row) => row.organization)).toEqual([
      organization,
    ]);
  });

  test("a taken e-mail address and a bad language code are refused at their fields", async () => {
    const first = filledForm();
    await asAdmin(() => createCustomer({ values: first, salesPeople: [] }));
    const taken = await create({ email: first.email.toUpperCase() }).catch(refusedField);
    expect(taken).toEqual({ field: "email", message: "emailTaken" });
    const language = await create({ languageCode: "xx" }).catch(refusedField);
    expect(language).toEqual({ field: "languageCode", message: "languageUnknown" });
    expect(await lastAudit()).toMatchObject({ action: "customers:create", outcome: "refused" });
  });

  test("an answer that is lost after Ion did the work is found again by e-mail, made once", async () => {
    await fault({ method: "POST", path: "*/customers", kind: "drop-after", count: 1 });
    const values = filledForm();
    const created = await asAdmin(() => createCustomer({ values, salesPeople: [] }));
    expect(created).toMatchObject({ answerLost: true, credentials: null });
    expect(await read(created.customerId)).toMatchObject({ email: values.email });
    expect(await asAdmin(() => findCustomers(values.organization))).toHaveLength(1);
  });

  test("without any answer, and no such customer, it is said to be unknown, and trying again is safe", async () => {
    await fault({ method: "POST", path: "*/customers", kind: "status", status: 500, count: 1 });
    const values = filledForm();
    const input = { values, salesPeople: [] };
    const error = await asAdmin(() => createCustomer(input)).catch((thrown: unknown) => thrown);
    expect(isIonError(error, "outcome-unknown")).toBe(true);
    expect(await lastAudit()).toMatchObject({ outcome: "unknown" });
    expect((await asAdmin(() => createCustomer(input))).credentials).not.toBeNull();
  });

  test("a country without states or postal codes gets through, and comes back empty", async () => {
    const address = {
      street: "1 Queen's Road",
      suite: "",
      city: "Hong Kong",
      state: "",
      zip: "",
      country: "HK",
    };
    const { customerId } = await create({ address });
    expect((await atIon(customerId))?.address).toMatchObject({ state: "-", zip: "-" });
    expect((await read(customerId)).address).toEqual(address);
  });
});

describe("changing a customer", () => {
  const full = (): Partial<CustomerValues> => ({
    phone: "+17035550142",
    title: "CTO",
    alternateEmail: "it@northwind.example",
    domain: "northwind.example",
    address: {
      street: "1 Main St",
      suite: "Floor 2",
      city: "Reston",
      state: "VA",
      zip: "20190",
      country: "US",
    },
    customFields: [{ key: "Region", value: "East", withheld: false }],
  });

  test("one changed field changes nothing else at Ion", async () => {
    const { customerId } = await create(full());
    const before = await atIon(customerId);
    const seen = await read(customerId);
    const saved = await asAdmin(() =>
      updateCustomer({ customerId, seen, values: { ...seen, phone: "+17035550199" } }),
    );
    expect(saved).toEqual({ outcome: "saved" });
    const after = await atIon(customerId);
    expect(after).toEqual({ ...before, phone: "+17035550199", updateTime: after?.updateTime });
  });

  test("an optional field can be emptied, and a customer made inactive", async () => {
    const { customerId } = await create(full());
    const seen = await read(customerId);
    const values: CustomerValues = { ...seen, title: "", customFields: [], status: "inactive" };
    await asAdmin(() => updateCustomer({ customerId, seen, values }));
    expect(await read(customerId)).toEqual(values);
    expect((await asAdmin(() => getCustomer(customerId))).status).toBe("inactive");
  });

  test("saving without a change writes nothing", async () => {
    const { customerId } = await create(full());
    const seen = await read(customerId);
    const before = await atIon(customerId);
    await portal.emulator.control("POST", "/clock", { advanceSeconds: 60 });
    await asAdmin(() => updateCustomer({ customerId, seen, values: seen }));
    expect(await atIon(customerId)).toEqual(before);
  });

  test("two people in different fields: both stay", async () => {
    const { customerId } = await create(full());
    const seen = await read(customerId);
    await asAdmin(() => updateCustomer({ customerId, seen, values: { ...seen, title: "CEO" } }));
    await asAdmin(() => updateCustomer({ customerId, seen, values: { ...seen, domain: "other.example" } }));
    expect(await read(customerId)).toEqual({ ...seen, title: "CEO", domain: "other.example" });
  });

  test("two people in the same field: nothing is written, both values come back, the second save wins", async () => {
    const { customerId } = await create(full());
    const seen = await read(customerId);
    await asAdmin(() => updateCustomer({ customerId, seen, values: { ...seen, title: "CEO" } }));
    const mine = { ...seen, title: "CIO" };
    const conflict = await asAdmin(() => updateCustomer({ customerId, seen, values: mine }));
    expect(conflict).toMatchObject({ outcome: "conflict", parts: ["title"], current: { title: "CEO" } });
    expect((await read(customerId)).title).toBe("CEO");
    if (conflict.outcome !== "conflict") throw new Error("no conflict");
    await asAdmin(() => updateCustomer({ customerId, seen: conflict.current, values: mine }));
    expect((await read(customerId)).title).toBe("CIO");
  });

  test("a custom field with a secret's name keeps its value, shown to nobody", async () => {
    const { customerId } = await create({
      customFields: [
        { key: "API token", value: "s3cr3t-value", withheld: false },
        { key: "Region", value: "East", withheld: false },
      ],
    });
    const seen = await read(customerId);
    expect(seen.customFields).toContainEqual({ key: "API token", value: "", withheld: true });
    const heldAt = async () => (await atIon(customerId))?.customFields;
    await asAdmin(() => updateCustomer({ customerId, seen, values: { ...seen, title: "CEO" } }));
    expect(await heldAt()).toContainEqual({ key: "API token", value: "s3cr3t-value" });
    const region = { key: "Region", value: "West", withheld: false };
    const customFields = seen.customFields.map((field) => (field.key === "Region" ? region : field));
    await asAdmin(() =>
      updateCustomer({ customerId, seen, values: { ...seen, title: "CEO", customFields } }),
    );
    expect(await heldAt()).toEqual([
      { key: "API token", value: "s3cr3t-value" },
      { key: "Region", value: "West" },
    ]);
  });

  test("a lost answer is looked up: saved when Ion holds it, unknown when it does not", async () => {
    const { customerId } = await create(full());
    const seen = await read(customerId);
    const save = (title: string) =>
      asAdmin(() => updateCustomer({ customerId, seen, values: { ...seen, title } })).catch(
        (error) => error.kind,
      );
    await fault({ method: "PUT", path: "*/customers/*", kind: "drop-before", count: 1 });
    expect(await save("CEO")).toBe("outcome-unknown");
    expect(await lastAudit()).toMatchObject({ action: "customers:update", outcome: "unknown" });
    await fault({ method: "PUT", path: "*/customers/*", kind: "drop-after", count: 1 });
    expect(await save("CEO")).toEqual({ outcome: "saved" });
    expect((await read(customerId)).title).toBe("CEO");
  });

  test("a taken e-mail address is refused at its field, and nothing is written", async () => {
    const first = await create(full());
    const { customerId } = await create(full());
    const seen = await read(customerId);
    const values = { ...seen, email: first.email, title: "CEO" };
    const refused = await asAdmin(() => updateCustomer({ customerId, seen, values })).catch(refusedField);
    expect(refused).toEqual({ field: "email", message: "emailTaken" });
    expect(await read(customerId)).toEqual(seen);
  });

  test("sales people are changed with it, and left alone when not named", async () => {
    const [one, two] = [await portal.person("sales"), await portal.person("sales")];
    const { customerId } = await create(full(), [one.userId]);
    const seen = await read(customerId);
    const ids = async () => (await asAdmin(() => listAssignedPeople(customerId))).map(({ id }) => id);
    await asAdmin(() => updateCustomer({ customerId, seen, values: { ...seen, title: "CEO" } }));
    expect(await ids()).toEqual([one.userId]);
    const now = await read(customerId);
    await asAdmin(() => updateCustomer({ customerId, seen: now, values: now, salesPeople: [two.userId] }));
    expect(await ids()).toEqual([two.userId]);
    expect(await lastAudit()).toMatchObject({
      action: "customers:assign",
      details: { added: [two.userId], removed: [one.userId] },
    });
  });

  test("what the action takes is judged by the form's schema, at the form's paths", () => {
    const values = filledForm();
    const paths = (raw: unknown) =>
      updateCustomerInput.safeParse(raw).error?.issues.map(({ path }) => path.join("."));
    const input = { customerId: "1", seen: values, values: { ...values, email: "x", organization: "" } };
    expect(paths(input)).toEqual(["organization", "email"]);
    expect(paths({ ...input, values: undefined })).toHaveLength(1);
    expect(paths({ ...input, values, customerId: "../2" })).toEqual(["customerId"]);
    expect(paths({ ...input, values })).toBeUndefined();
  });
});
