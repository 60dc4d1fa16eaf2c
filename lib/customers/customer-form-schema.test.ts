import { describe, expect, test } from "vitest";
import { customerFormSchema } from "./customer-form-schema";
import { type CustomerValues, newCustomerValues } from "./customer-values";

const filled: CustomerValues = {
  ...newCustomerValues({ languageCode: "en", country: "US" }),
  organization: "Contoso",
  firstName: "Jane",
  lastName: "Doe",
  email: "jane@contoso.com",
  address: { street: "1 Main St", suite: "", city: "Fairfax", state: "VA", zip: "22030", country: "US" },
};

/** Paths and messages of everything that is wrong. */
function problems(values: unknown, original?: CustomerValues): Record<string, string> {
  const parsed = customerFormSchema(original).safeParse(values);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues.map((issue) => [
      issue.path.join("."),
      issue.code === "too_big" ? `at most ${issue.maximum}` : issue.message,
    ]),
  );
}

describe("the customer form", () => {
  test("a filled form passes, trimmed and in the usual spelling", () => {
    const values = {
      ...filled,
      organization: "  Contoso ",
      phone: "(703) 555-0142",
      domain: "HTTPS://www.Contoso.com/about",
      address: { ...filled.address, state: "virginia" },
    };
    expect(customerFormSchema().parse(values)).toEqual({
      ...filled,
      phone: "+17035550142",
      domain: "contoso.com",
    });
  });

  test("an empty form names every field that is needed, all at once", () => {
    expect(problems(newCustomerValues({ languageCode: "", country: "US" }))).toEqual({
      organization: "required",
      firstName: "required",
      lastName: "required",
      email: "required",
      languageCode: "required",
      "address.street": "required",
      "address.city": "required",
      "address.state": "required",
      "address.zip": "required",
    });
  });

  test("wrong values in different parts are reported together", () => {
    expect(
      problems({
        ...filled,
        email: "jane at contoso",
        alternateEmail: "x",
        phone: "12",
        domain: "con toso",
        languageCode: "english",
        address: { ...filled.address, state: "Narnia", zip: "220" },
      }),
    ).toEqual({
      email: "email",
      alternateEmail: "email",
      phone: "phone",
      domain: "domain",
      languageCode: "at most 2",
      "address.state": "chooseFromList",
      "address.zip": "postalCode",
    });
  });

  test("a name of 10,000 characters is told its limit", () => {
    expect(problems({ ...filled, organization: "x".repeat(10_000) })).toEqual({
      organization: "at most 200",
    });
  });

  test.each(["Con\u0000toso", "Con\u001b[31mtoso", "Con\u202etoso", "a\nb", "\ud800"])(
    "control characters and marks that reverse text are refused: %j",
    (organization) => {
      expect(problems({ ...filled, organization })).toEqual({ organization: "control" });
    },
  );

  test.each(["<script>alert(1)</script>", "Müller & Söhne 🚀", "株式会社サンプル", 'O\'Brien "Quotes"'])(
    "ordinary and odd text is kept as it is: %s",
    (organization) => {
      expect(customerFormSchema().parse({ ...filled, organization }).organization).toBe(organization);
    },
  );

  test("something that is no form at all is refused without a crash", () => {
    for (const raw of [undefined, null, "", [], { address: "x" }, { ...filled, email: 5 }]) {
      expect(customerFormSchema().safeParse(raw).success).toBe(false);
    }
  });
});

describe("custom fields", () => {
  const field = (key: string, value: string) => ({ key, value, withheld: false });
  const keyed = (customFields: unknown) => problems({ ...filled, customFields });

  test("rows left empty are dropped", () => {
    const values = { ...filled, customFields: [field("", " "), field("Region", "EMEA")] };
    expect(customerFormSchema().parse(values).customFields).toEqual([field("Region", "EMEA")]);
  });

  test("a value without a name, and a name used twice, are found in their row", () => {
    expect(keyed([field("A", "1"), field("", "2"), field("a", "3")])).toEqual({
      "customFields.1.key": "required",
      "customFields.2.key": "duplicateKey",
    });
  });

  test("there is a limit to their number", () => {
    expect(keyed(Array.from({ length: 31 }, (_, index) => field(`k${index}`, "v")))).toEqual({
      customFields: "at most 30",
    });
  });
});

describe("editing an old record", () => {
  const old: CustomerValues = {
    ...filled,
    lastName: "",
    phone: "ext. 12",
    languageCode: "zz-top",
    organization: "x".repeat(300),
    address: { ...filled.address, state: "Old Dominion", zip: "n/a" },
  };

  test("what was not touched is not judged", () => {
    expect(problems({ ...old, title: "CTO" }, old)).toEqual({});
    expect(Object.keys(problems({ ...old, title: "CTO" }))).toContain("address.zip");
  });

  test("what was touched is", () => {
    const edited = { ...old, phone: "1", address: { ...old.address, zip: "n/b" } };
    expect(problems(edited, old)).toEqual({ phone: "phone", "address.zip": "postalCode" });
  });

  test("in another country the whole address is new", () => {
    const moved = { ...old, address: { ...old.address, country: "CA" } };
    expect(problems(moved, old)).toMatchObject({
      "address.state": "chooseFromList",
      "address.zip": "postalCode",
    });
  });
});
