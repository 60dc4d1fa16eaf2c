import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseLossless, toPlain } from "./json";
import { isSecretName, redact, redactText } from "./redact";

const SECRET = "s3cr3t-value-that-must-not-leave";
const secretNames = fc.constantFrom(
  "password",
  "Password",
  "userPassword",
  "pass",
  "clientSecret",
  "client_secret",
  "access_token",
  "previewAuthToken",
  "apiAccessKey",
  "access_key",
  "privateKey",
  "apiKey",
);

describe("redact", () => {
  it("lets no value out that stands under a secret key, at any depth and in any shape", () => {
    const holders = (name: string) => [
      { [name]: SECRET },
      { [name]: [SECRET] },
      { [name]: { inner: SECRET } },
      { name, value: SECRET },
      { key: name, value: SECRET },
      { name, defaultValue: SECRET },
      { name, value: { nested: [SECRET] } },
    ];
    fc.assert(
      fc.property(
        secretNames,
        fc.array(fc.constantFrom("list", "object"), { maxLength: 6 }),
        (name, path) => {
          for (const holder of holders(name)) {
            const whole = path.reduce<unknown>(
              (inner, step) => (step === "list" ? [inner, 1] : { orderItems: inner, id: "1" }),
              holder,
            );
            expect(JSON.stringify(redact(whole))).not.toContain(SECRET);
          }
        },
      ),
    );
  });

  it("keeps the pair of a removed attribute, so that it shows that there was one", () => {
    const item = {
      attributes: [
        { name: "userName", value: "admin@x.onmicrosoft.com" },
        { name: "password", value: SECRET },
      ],
    };
    expect(redact(item)).toEqual({
      attributes: [{ name: "userName", value: "admin@x.onmicrosoft.com" }, { name: "password" }],
    });
  });

  it("removes a new customer's password and leaves the user", () => {
    expect(redact({ name: "a/1", user: { userName: "DEFAULT", password: SECRET } })).toEqual({
      name: "a/1",
      user: { userName: "DEFAULT" },
    });
  });

  it("removes the credentials of a product's deployment and keeps its form", () => {
    const deployment = {
      deployments: [
        {
          event: "PREPURCHASE",
          actions: [
            {
              api: {
                credentials: {
                  basicAuth: { username: "u", password: SECRET },
                  oauth: { clientSecret: SECRET },
                },
              },
            },
          ],
          configuration: {
            form: {
              schema: {
                type: "JSON_SCHEMA_TYPE_OBJECT",
                properties: {
                  adminPassword: {
                    type: "JSON_SCHEMA_PROPERTY_TYPE_STRING",
                    default: SECRET,
                    pattern: ".{8,}",
                  },
                },
                required: ["adminPassword"],
              },
              form: [{ key: "adminPassword", title: "Password" }],
            },
          },
        },
      ],
    };
    const clean = redact({ deployment });
    expect(JSON.stringify(clean)).not.toContain(SECRET);
    expect(clean).toHaveProperty(
      "deployment.deployments.0.configuration.form.schema.properties.adminPassword",
      {
        type: "JSON_SCHEMA_PROPERTY_TYPE_STRING",
        pattern: ".{8,}",
      },
    );
    expect(clean).toHaveProperty("deployment.deployments.0.configuration.form.form.0.title", "Password");
    expect(clean).toHaveProperty(
      "deployment.deployments.0.actions.0.api.credentials.basicAuth.username",
      "u",
    );
  });

  it("removes a secret that stands under `properties` as a plain value", () => {
    expect(JSON.stringify(redact({ properties: { password: SECRET } }))).not.toContain(SECRET);
  });

  it("keeps the page token at the top of an answer and nowhere else", () => {
    expect(redact({ orders: [{ nextPageToken: SECRET }], nextPageToken: "MTox" })).toEqual({
      orders: [{}],
      nextPageToken: "MTox",
    });
  });

  it("keeps flags whose names only look secret", () => {
    const flags = { passThrough: true, passRiOptimization: false };
    expect(redact({ charges: [flags] })).toEqual({ charges: [flags] });
  });

  it("keeps the names a template offers and catalog attributes about credentials", () => {
    const template = {
      defs: { attributes: { properties: { name: { type: "string", enum: ["userName", "password"] } } } },
    };
    expect(redact(template)).toEqual(template);
    const pair = { name: "credentialsName", value: "Prod" };
    expect(redact([pair])).toEqual([pair]);
  });

  it("takes no product name for an attribute name", () => {
    const product = { name: "accounts/1/products/password-manager", content: "A password manager" };
    expect(redact(product)).toEqual(product);
  });

  it("changes nothing where there is no secret", () => {
    const harmless = fc.jsonValue().filter((value) => !/pass|secret|token|key/i.test(JSON.stringify(value)));
    fc.assert(
      fc.property(harmless, (value) => {
        const parsed = parseLossless(JSON.stringify(value));
        expect(toPlain(redact(parsed))).toEqual(toPlain(parsed));
      }),
    );
  });
});

describe("isSecretName", () => {
  it("knows secret names from others", () => {
    const names = [
      "password",
      "access_token",
      "apiAccessKey",
      "userName",
      "tokenUrl",
      "email",
      "keyFeatures",
    ];
    expect(names.filter(isSecretName)).toEqual(["password", "access_token", "apiAccessKey"]);
  });
});

describe("redactText", () => {
  it("removes known secrets, bearer headers, web tokens and assignments", () => {
    const text = `bad token abcdefgh12 Bearer abc.def.ghi eyJhbGciOiJIUzI1.eyJzdWIiOiIx.c2ln password=hunter2 {"secret":"x y"}`;
    const clean = redactText(text, ["abcdefgh12"]);
    for (const secret of ["abcdefgh12", "abc.def", "eyJ", "hunter2", "x y"])
      expect(clean).not.toContain(secret);
  });

  it("leaves Ion's sentences alone", () => {
    const sentence = "The provided primaryContactEmail is already in use, please provide a different email.";
    expect(redactText(sentence, ["some-access-token"])).toBe(sentence);
    expect(redactText("At least one of page_size and page_token must be present")).toBe(
      "At least one of page_size and page_token must be present",
    );
  });
});
